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
/// @param persons      of ten resources, how many are about people
/// @param heads        how many resources together lead the list of those that are used most
/// @param relayed      of a hundred fields that are had from others, how many have it from another resource of their own
///                     department where there is one
/// @param collecting   of ten elements of its kind, how many a department collects
/// @param gathered     by level, how many elements a platform has brought together for each of its resources
/// @param single       of a hundred fields that are had from others, how many are had from one
/// @param contributors from how many places below one has at most what is collected there
/// @param beside       in how many places beside its own one looks for who collects an element
/// @param brief        whether codes are as short as they can be, for there are many of them
record Tier(
        String name,
        int[] regions,
        int[] kinds,
        int systems,
        int resources,
        int fields,
        int median,
        int elements,
        int agreements,
        int persons,
        int heads,
        int relayed,
        int collecting,
        int[] gathered,
        int single,
        int contributors,
        int beside,
        boolean brief) {

    private static final int[] FIVE = {5, 5, 5, 5};

    private static final Tier COUNTY = new Tier(
            "county", new int[] {1, 1, 1, 1}, new int[] {0, 0, 0, 30}, 90, 600, 4_000, 5, 400, 800, 5, 1, 0, 7, FIVE, 35, 1, 0, false);
    private static final Tier CITY = new Tier(
            "city", new int[] {1, 1, 1, 3}, new int[] {0, 0, 41, 10}, 1_000, 3_600, 50_000, 10, 1_500, 9_000, 5, 1, 0, 7, FIVE, 35, 1, 0, false);
    private static final Tier PROVINCE = new Tier(
            "province",
            new int[] {1, 1, 15, 105},
            new int[] {0, 45, 50, 21},
            10_000,
            94_000,
            650_000,
            5,
            5_000,
            250_000,
            5,
            1,
            0,
            7,
            FIVE,
            35,
            1,
            0,
            false);
    private static final Tier NATION = new Tier(
            "nation",
            new int[] {1, 31, 341, 2_728},
            new int[] {45, 49, 49, 15},
            200_000,
            3_000_000,
            20_000_000,
            5,
            20_000,
            6_000_000,
            7,
            60,
            60,
            2,
            new int[] {60, 25, 10, 6},
            8,
            5,
            8,
            true);

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
