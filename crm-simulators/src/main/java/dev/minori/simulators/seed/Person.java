package dev.minori.simulators.seed;

import java.util.List;
import java.util.Locale;

/** An invented person at a customer. */
record Person(String last, String first, String kana, String mailName) {

    private static final List<String[]> LAST = List.of(
            name("相沢", "アイザワ", "aizawa"),
            name("浅野", "アサノ", "asano"),
            name("有馬", "アリマ", "arima"),
            name("石黒", "イシグロ", "ishiguro"),
            name("上原", "ウエハラ", "uehara"),
            name("遠藤", "エンドウ", "endo"),
            name("大西", "オオニシ", "onishi"),
            name("柏木", "カシワギ", "kashiwagi"),
            name("神谷", "カミヤ", "kamiya"),
            name("北川", "キタガワ", "kitagawa"),
            name("久保", "クボ", "kubo"),
            name("小松", "コマツ", "komatsu"),
            name("坂本", "サカモト", "sakamoto"),
            name("佐野", "サノ", "sano"),
            name("白石", "シライシ", "shiraishi"),
            name("菅原", "スガワラ", "sugawara"),
            name("瀬戸", "セト", "seto"),
            name("高山", "タカヤマ", "takayama"),
            name("千葉", "チバ", "chiba"),
            name("土屋", "ツチヤ", "tsuchiya"),
            name("富田", "トミタ", "tomita"),
            name("永井", "ナガイ", "nagai"),
            name("西田", "ニシダ", "nishida"),
            name("野口", "ノグチ", "noguchi"),
            name("長谷川", "ハセガワ", "hasegawa"),
            name("平田", "ヒラタ", "hirata"),
            name("藤原", "フジワラ", "fujiwara"),
            name("堀内", "ホリウチ", "horiuchi"),
            name("松岡", "マツオカ", "matsuoka"),
            name("三浦", "ミウラ", "miura"),
            name("村上", "ムラカミ", "murakami"),
            name("森本", "モリモト", "morimoto"),
            name("矢野", "ヤノ", "yano"),
            name("吉川", "ヨシカワ", "yoshikawa"),
            name("和田", "ワダ", "wada"),
            name("髙橋", "タカハシ", "takahashi"));
    private static final List<String[]> FIRST = List.of(
            name("陽子", "ヨウコ", "yoko"),
            name("健太", "ケンタ", "kenta"),
            name("真理", "マリ", "mari"),
            name("大輔", "ダイスケ", "daisuke"),
            name("美穂", "ミホ", "miho"),
            name("拓也", "タクヤ", "takuya"),
            name("由美子", "ユミコ", "yumiko"),
            name("直樹", "ナオキ", "naoki"),
            name("彩", "アヤ", "aya"),
            name("亮", "リョウ", "ryo"),
            name("智子", "トモコ", "tomoko"),
            name("浩二", "コウジ", "koji"),
            name("千尋", "チヒロ", "chihiro"),
            name("修", "オサム", "osamu"),
            name("奈々", "ナナ", "nana"),
            name("隆", "タカシ", "takashi"),
            name("沙織", "サオリ", "saori"),
            name("翔太", "ショウタ", "shota"),
            name("恵", "メグミ", "megumi"),
            name("誠", "マコト", "makoto"),
            name("優花", "ユウカ", "yuka"),
            name("剛", "ツヨシ", "tsuyoshi"),
            name("志保", "シホ", "shiho"),
            name("渉", "ワタル", "wataru"));

    private static String[] name(String written, String kana, String roman) {
        return new String[] {written, kana, roman};
    }

    static Person roll(Dice dice) {
        String[] last = dice.pick(LAST);
        String[] first = dice.pick(FIRST);
        return new Person(
                last[0], first[0], last[1] + " " + first[1], (last[2] + "." + first[2]).toLowerCase(Locale.ROOT));
    }
}
