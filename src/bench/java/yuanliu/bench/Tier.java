package yuanliu.bench;

/// How big a generated graph is: the tiers of a county, a city, a province and the nation.
///
/// @param regions      how many there are at each level: 国家、省、市、县
/// @param kinds        how many departments each region of a level has
/// @param systems      information systems
/// @param resources    entries of the catalogue
/// @param fields       信息项, within a few in a hundred
/// @param median       of the fields of a resource
/// @param elements     data elements
/// @param agreements   sharing relationships
record Tier(
        String name,
        int[] regions,
        int[] kinds,
        int systems,
        int resources,
        int fields,
        int median,
        int elements,
        int agreements) {

    private static final Tier COUNTY = new Tier(
            "county", new int[] {1, 1, 1, 1}, new int[] {0, 0, 0, 30}, 90, 600, 4_000, 5, 400, 800);
    private static final Tier CITY = new Tier(
            "city", new int[] {1, 1, 1, 3}, new int[] {0, 0, 41, 10}, 1_000, 3_600, 50_000, 10, 1_500, 9_000);
    private static final Tier PROVINCE = new Tier(
            "province",
            new int[] {1, 1, 15, 105},
            new int[] {0, 45, 50, 21},
            10_000,
            94_000,
            650_000,
            5,
            5_000,
            250_000);
    private static final Tier NATION = new Tier(
            "nation",
            new int[] {1, 31, 341, 2_728},
            new int[] {45, 49, 49, 15},
            200_000,
            3_000_000,
            20_000_000,
            5,
            20_000,
            6_000_000);

    static Tier named(String name) {
        return switch (name) {
            case "county" -> COUNTY;
            case "city" -> CITY;
            case "province" -> PROVINCE;
            case "nation" -> NATION;
            default ->
                throw new IllegalArgumentException("No tier %s among county, city, province, nation".formatted(name));
        };
    }
}
