package yuanliu.sharing;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yuanliu.GivenGraph;

class SharingTests extends GivenGraph {

    @BeforeEach
    void catalogue() {
        given("""
                CREATE (d:Department {code: 'D1', key: 'D1', name: '医保局'}), (e:Department {code: 'D2', key: 'D2', name: '公安局'}),
                  (s:InformationSystem {code: 'S1', key: 'S1', name: '结算系统'}),
                  (r:DataResource {code: 'R1', key: 'R1', name: '人口'})-[:PROVIDED_BY]->(e)
                WITH *
                UNWIND [
                  ['A1', '使用中', null], ['A2', null, 1], ['A3', null, 0], ['A4', '暂停', 10], ['A5', '已撤销', null]
                ] AS row
                CREATE (a:SharingAgreement {code: row[0], key: row[0], status: row[1], calls: 5000000000, onward: false,
                    expiresOn: CASE WHEN row[2] IS NOT NULL THEN date({timezone: 'Asia/Shanghai'}) + duration({days: coalesce(row[2], 0)}) END})
                  -[:OF]->(r),
                  (a)-[:GRANTED_TO]->(d), (a)-[:USED_BY]->(s)
                """);
    }

    @Test
    void anAgreementIsInForceBeforeItsLastDayAndInUse() {
        api.document("{ dataResource(code: \"R1\") { agreements { nodes { code inForce } } } }")
                .execute()
                .path("dataResource.agreements.nodes[?(@.inForce == true)].code")
                .entityList(String.class)
                .isEqualTo(List.of("A1", "A2"));
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 3", "null, 5"})
    void theFilterCountsAsItShows(String inForce, int total) {
        var answer = api.document("{ department(code: \"D1\") { uses(inForce: %s) { totalCount nodes { code } } } }"
                        .formatted(inForce))
                .execute();

        answer.path("department.uses.totalCount").entity(Integer.class).isEqualTo(total);
        answer.path("department.uses.nodes").entityList(Object.class).hasSize(total);
    }

    @Test
    void anAgreementTellsWhoUsesWhatAndWith() {
        var first = api.document(
                        "{ department(code: \"D1\") { uses(first: 1) { nodes { calls resource { code } consumer { name } system { name } onward } } } }")
                .execute();

        first.path("department.uses.nodes[0].calls").entity(Long.class).isEqualTo(5_000_000_000L);
        first.path("department.uses.nodes[0].resource.code")
                .entity(String.class)
                .isEqualTo("R1");
        first.path("department.uses.nodes[0].consumer.name")
                .entity(String.class)
                .isEqualTo("医保局");
        first.path("department.uses.nodes[0].system.name").entity(String.class).isEqualTo("结算系统");
    }

    @Test
    void theNextPageGoesOnBehindTheCursor() {
        var cursor = api.document(
                        "{ dataResource(code: \"R1\") { agreements(first: 3) { pageInfo { endCursor hasNextPage } } } }")
                .execute()
                .path("dataResource.agreements.pageInfo.endCursor")
                .entity(String.class)
                .get();

        api.document("{ dataResource(code: \"R1\") { agreements(first: 3, after: \"%s\") { nodes { code } } } }"
                        .formatted(cursor))
                .execute()
                .path("dataResource.agreements.nodes[*].code")
                .entityList(String.class)
                .isEqualTo(List.of("A4", "A5"));
    }
}
