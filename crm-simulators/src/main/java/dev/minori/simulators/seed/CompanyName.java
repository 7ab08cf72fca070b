package dev.minori.simulators.seed;

import java.util.List;
import java.util.Locale;

/**
 * An invented company's names.
 *
 * @param registered as written in the CRM, with its legal form
 * @param kana reading without the legal form
 * @param english name for foreign readers
 * @param domain mail domain under the reserved {@code .example}
 * @param industry what its name says it does
 */
record CompanyName(String registered, String kana, String english, String domain, String industry) {

    private static final List<String[]> HEADS = List.of(
            part("霧", "キリ", "Kiri"),
            part("碧", "アオ", "Ao"),
            part("桐", "キリ", "Kiri"),
            part("椿", "ツバキ", "Tsubaki"),
            part("楓", "カエデ", "Kaede"),
            part("橘", "タチバナ", "Tachibana"),
            part("暁", "アカツキ", "Akatsuki"),
            part("紬", "ツムギ", "Tsumugi"),
            part("琥珀", "コハク", "Kohaku"),
            part("瑠璃", "ルリ", "Ruri"),
            part("朝凪", "アサナギ", "Asanagi"),
            part("夕凪", "ユウナギ", "Yunagi"),
            part("白鷺", "シラサギ", "Shirasagi"),
            part("若鮎", "ワカアユ", "Wakaayu"),
            part("花筏", "ハナイカダ", "Hanaikada"),
            part("山吹", "ヤマブキ", "Yamabuki"),
            part("雲雀", "ヒバリ", "Hibari"),
            part("萌黄", "モエギ", "Moegi"),
            part("浅葱", "アサギ", "Asagi"),
            part("時雨", "シグレ", "Shigure"),
            part("常盤", "トキワ", "Tokiwa"),
            part("篝", "カガリ", "Kagari"),
            part("澪", "ミオ", "Mio"),
            part("漣", "サザナミ", "Sazanami"),
            part("茜", "アカネ", "Akane"),
            part("蛍", "ホタル", "Hotaru"),
            part("銀杏", "イチョウ", "Icho"),
            part("小夜", "サヨ", "Sayo"),
            part("風花", "カザハナ", "Kazahana"),
            part("星見", "ホシミ", "Hoshimi"));
    private static final List<String[]> MIDDLES = List.of(
            part("ヶ台", "ガダイ", "gadai"),
            part("野原", "ノハラ", "nohara"),
            part("ノ瀬", "ノセ", "nose"),
            part("ヶ浜", "ガハマ", "gahama"),
            part("沢", "ザワ", "zawa"),
            part("ヶ嶺", "ガミネ", "gamine"),
            part("ノ杜", "ノモリ", "nomori"),
            part("川口", "カワグチ", "kawaguchi"),
            part("坂下", "サカシタ", "sakashita"),
            part("橋詰", "ハシヅメ", "hashizume"),
            part("ヶ淵", "ガフチ", "gafuchi"),
            part("ノ里", "ノサト", "nosato"),
            part("尾根", "オネ", "one"),
            part("岬", "ミサキ", "misaki"),
            part("辻", "ツジ", "tsuji"),
            part("ヶ原", "ガハラ", "gahara"),
            part("堂", "ドウ", "do"),
            part("屋敷", "ヤシキ", "yashiki"),
            part("ノ庄", "ノショウ", "nosho"),
            part("ヶ谷", "ガヤ", "gaya"));
    private static final List<String[]> TRADES = List.of(
            trade("精機", "セイキ", "Precision", "製造業"), trade("製作所", "セイサクショ", "Works", "製造業"),
            trade("金属", "キンゾク", "Metals", "製造業"), trade("電子", "デンシ", "Electronics", "製造業"),
            trade("システムズ", "システムズ", "Systems", "情報通信業"), trade("ソフト", "ソフト", "Software", "情報通信業"),
            trade("ネットワークス", "ネットワークス", "Networks", "情報通信業"), trade("商会", "ショウカイ", "Trading", "卸売業"),
            trade("物産", "ブッサン", "Bussan", "卸売業"), trade("ストア", "ストア", "Stores", "小売業"),
            trade("百貨", "ヒャッカ", "Retail", "小売業"), trade("建設", "ケンセツ", "Construction", "建設業"),
            trade("工務店", "コウムテン", "Builders", "建設業"), trade("運輸", "ウンユ", "Transport", "運輸業"),
            trade("ロジスティクス", "ロジスティクス", "Logistics", "運輸業"), trade("メディカル", "メディカル", "Medical", "医療・福祉"),
            trade("ケアサービス", "ケアサービス", "Care", "医療・福祉"), trade("学園舎", "ガクエンシャ", "Learning", "教育"),
            trade("信用保証", "シンヨウホショウ", "Guarantee", "金融・保険"), trade("不動産", "フドウサン", "Estate", "不動産業"),
            trade("企画", "キカク", "Planning", "サービス業"), trade("観光", "カンコウ", "Travel", "サービス業"),
            trade("フーズ", "フーズ", "Foods", "食品"), trade("醸造", "ジョウゾウ", "Brewing", "食品"),
            trade("化成", "カセイ", "Chemicals", "化学"), trade("農園", "ノウエン", "Farms", "その他"));
    private static final List<String[]> FOREIGN = List.of(
            part("Norvindel", "ノルヴィンデル", ""),
            part("Thalorum", "タロルム", ""),
            part("Brixenaut", "ブリクセノート", ""),
            part("Quellmora", "クエルモラ", ""),
            part("Ostervane", "オスターヴェイン", ""),
            part("Lumenquist", "ルーメンクイスト", ""),
            part("Pellandris", "ペランドリス", ""),
            part("Zyphoria", "ザイフォリア", ""),
            part("Carrowmint", "キャロウミント", ""),
            part("Velstrade", "ヴェルストレイド", ""),
            part("Haldorf", "ハルドルフ", ""),
            part("Mirenza", "ミレンツァ", ""));
    private static final List<String> FOREIGN_FORMS =
            List.of("K.K.", "Japan 株式会社", "GmbH", "Inc.", "Pte. Ltd.", "S.r.l.");

    private static String[] part(String written, String kana, String roman) {
        return new String[] {written, kana, roman};
    }

    private static String[] trade(String written, String kana, String english, String industry) {
        return new String[] {written, kana, english, industry};
    }

    /** The n-th company's names. Neighbours differ; after some 15,000 the combinations come again. */
    static CompanyName of(long seed, int index) {
        Dice dice = Dice.of(seed, index, "company-name");
        String[] trade = dice.pick(TRADES);
        if (dice.chance(0.06)) {
            String[] name = dice.pick(FOREIGN);
            String english = name[0] + " " + trade[2];
            return new CompanyName(
                    english + " " + dice.pick(FOREIGN_FORMS),
                    name[1],
                    english,
                    domain(name[0] + trade[2], index),
                    trade[3]);
        }
        String[] head = HEADS.get(Math.floorMod(index * 7 + (int) (seed % 30), HEADS.size()));
        String[] middle = MIDDLES.get(Math.floorMod(index / HEADS.size() + index * 3, MIDDLES.size()));
        String bare = head[0] + middle[0] + trade[0];
        String roman = head[2] + middle[2];
        return new CompanyName(
                withLegalForm(dice, bare),
                head[1] + middle[1] + trade[1],
                roman + " " + trade[2] + " Co., Ltd.",
                domain(roman, index),
                trade[3]);
    }

    private static String domain(String roman, int index) {
        return roman.toLowerCase(Locale.ROOT) + "-" + Integer.toString(index, 36) + ".example";
    }

    private static String withLegalForm(Dice dice, String bare) {
        int form = dice.between(0, 99);
        if (form < 50) {
            return "株式会社" + bare;
        }
        if (form < 75) {
            return bare + "株式会社";
        }
        if (form < 83) {
            return "㈱" + bare;
        }
        if (form < 88) {
            return bare + "㈱";
        }
        return (form < 95 ? "有限会社" : "合同会社") + bare;
    }

    /** The same company as somebody else would have typed it: another legal form, another spacing. */
    String spelledOtherwise() {
        String bare = registered.replaceAll("株式会社|㈱|有限会社|合同会社", "").strip();
        return registered.startsWith("株式会社") ? "㈱ " + bare : "(株)" + bare;
    }
}
