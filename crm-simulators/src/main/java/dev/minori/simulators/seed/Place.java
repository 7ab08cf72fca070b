package dev.minori.simulators.seed;

import java.util.List;
import java.util.Locale;

/** Where a company sits: a real prefecture and city, with an invented street. */
record Place(String prefecture, String city, String postalCode, String street, String phone) {

    private static final List<String[]> CITIES = List.of(
            city("東京都", "千代田区", "100", "03"),
            city("東京都", "港区", "105", "03"),
            city("東京都", "品川区", "141", "03"),
            city("神奈川県", "横浜市西区", "220", "045"),
            city("埼玉県", "さいたま市大宮区", "330", "048"),
            city("千葉県", "千葉市中央区", "260", "043"),
            city("大阪府", "大阪市北区", "530", "06"),
            city("大阪府", "堺市堺区", "590", "072"),
            city("京都府", "京都市下京区", "600", "075"),
            city("兵庫県", "神戸市中央区", "650", "078"),
            city("愛知県", "名古屋市中区", "460", "052"),
            city("静岡県", "浜松市中央区", "430", "053"),
            city("福岡県", "福岡市博多区", "812", "092"),
            city("北海道", "札幌市中央区", "060", "011"),
            city("宮城県", "仙台市青葉区", "980", "022"),
            city("広島県", "広島市中区", "730", "082"),
            city("石川県", "金沢市", "920", "076"),
            city("沖縄県", "那覇市", "900", "098"));
    private static final List<String> STREETS = List.of("若葉町", "緑が丘", "港通", "本郷通", "桜台", "中央通", "新町", "大手町通");

    private static String[] city(String prefecture, String city, String postal, String area) {
        return new String[] {prefecture, city, postal, area};
    }

    static Place roll(Dice dice) {
        String[] city = dice.pick(CITIES);
        return new Place(
                city[0],
                city[1],
                String.format(Locale.ROOT, "%s-%04d", city[2], dice.between(1, 9999)),
                dice.pick(STREETS) + dice.between(1, 9) + "-" + dice.between(1, 30) + "-" + dice.between(1, 20),
                // No exchange number starts with 0, so nobody is called by mistake.
                city[3] + String.format(Locale.ROOT, "-0%03d-%04d", dice.between(0, 999), dice.between(0, 9999)));
    }
}
