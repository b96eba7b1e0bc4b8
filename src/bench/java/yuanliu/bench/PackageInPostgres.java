package yuanliu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.web.Codes;

/// A generated package in a PostgreSQL, as somebody would lay it out who wants it fast: integers for what is named, covering
/// indexes both ways along the lineage; asked by recursive expressions that deduplicate.
///
/// It is read from the package's files, so that it knows nothing of what the product made of them.
final class PackageInPostgres {

    private static final String WALK = """
            with recursive walk(id) as (
              select %1$d
              union
              select next.id from walk cross join lateral (
                select edge.%2$s as id from edge where edge.%3$s = walk.id
              ) next)""";

    private static final String COUNT = WALK + "\nselect count(*) - 1 from walk";

    private static final String NODES = WALK + """
            , reached as materialized (select id from walk where id <> %1$d)
            select count(*)::text from reached
            union all
            select code || ' ' || name from (select field.code, field.name from reached join field on field.id = reached.id order by code limit %4$d) named""";

    /// Of one field: the other fields of its resource may be hit, and whoever uses the resource is.
    private static final String HIT = WALK + """
            , hit as materialized (select field.id, field.owner from walk join field on field.id = walk.id where walk.id <> %1$d),
            owners as materialized (select owner.* from owner where id in (select owner from hit)),
            used as materialized (select * from agreement
              where owner in (select id from owners) or owner = (select owner from field where id = %1$d))""";

    private static final String ROLLED = """
            , fields as (select owner.department, count(*) as fields from hit join owner on owner.id = hit.owner group by owner.department),
            resources as (select department, count(*) as resources from owners group by department),
            sharings as (select consumer as department, count(*) as sharings, sum(calls) as calls from used group by consumer),
            systems as (select department, count(*) as systems from (
              select department, system from owners where system is not null
              union select consumer, system from used where system is not null) own group by department),
            rolled as materialized (select department.code, coalesce(fields, 0) as fields, coalesce(resources, 0) as resources,
              coalesce(systems, 0) as systems, coalesce(sharings, 0) as sharings, coalesce(calls, 0) as calls
              from department left join fields on fields.department = id left join resources on resources.department = id
                left join systems on systems.department = id left join sharings on sharings.department = id
              where fields.department is not null or resources.department is not null or sharings.department is not null)""";

    private static final String IMPACT = HIT + ROLLED + """

            select (select count(*) from hit) || '|' || (select count(*) from owners) || '|'
              || (select count(*) from (select system from owners where system is not null union select system from used where system is not null) systems)
              || '|' || (select count(*) from rolled) || '|0|' || (select count(*) from used) || '|' || (select coalesce(sum(calls), 0) from used)
            union all
            (select concat_ws('|', code, fields, resources, systems, sharings, calls) from rolled order by fields desc, code limit %4$d)""";

    /// Level by level, which tells the hops that no expression that deduplicates tells; to hold answers against, not to be
    /// measured.
    private static final String HOPS = """
            create or replace function hops(start int, upstream boolean) returns table(at int, fields bigint) language plpgsql as $$
            declare level int := 0; found_any bigint;
            begin
              drop table if exists seen;
              create temporary table seen(id int primary key, hop int);
              insert into seen values (start, 0);
              loop
                if upstream then
                  insert into seen select distinct edge.up, level + 1 from seen join edge on edge.down = seen.id where seen.hop = level
                    on conflict do nothing;
                else
                  insert into seen select distinct edge.down, level + 1 from seen join edge on edge.up = seen.id where seen.hop = level
                    on conflict do nothing;
                end if;
                get diagnostics found_any = row_count;
                exit when found_any = 0;
                level := level + 1;
              end loop;
              return query select hop, count(*) from seen where hop > 0 group by hop;
            end $$""";

    private final Postgres postgres;

    private PackageInPostgres(Postgres postgres) {
        this.postgres = postgres;
    }

    /// Loads a package, unless it is there already.
    static PackageInPostgres in(Postgres postgres, Path folder) throws IOException {
        postgres.ask("set client_min_messages = warning");
        if (postgres.ask("select to_regclass('loaded') is not null").equals(List.of("f"))) {
            var began = System.nanoTime();
            new Load(postgres, folder).all();
            System.out.printf("PostgreSQL loaded in %.0f s%n", (System.nanoTime() - began) / 1e9);
        }
        return new PackageInPostgres(postgres);
    }

    /// The number of a field here.
    int id(String field) {
        return Integer.parseInt(postgres.ask("select id from field where code = '%s'".formatted(field.replace("'", "''")))
                .getFirst());
    }

    int count(int field, boolean upstream) {
        return Integer.parseInt(
                postgres.ask(COUNT.formatted(field, far(upstream), near(upstream))).getFirst());
    }

    /// @return how many are reached, and below that the first of them by code, each with its name
    List<String> nodes(int field, boolean upstream) {
        return postgres.ask(NODES.formatted(field, far(upstream), near(upstream), Questions.FIRST_NODES));
    }

    Map<Integer, Integer> hops(int field, boolean upstream) {
        var hops = new TreeMap<Integer, Integer>();
        for (var row : postgres.ask("select * from hops(%d, %s)".formatted(field, upstream))) {
            var at = row.indexOf('|');
            hops.put(Integer.valueOf(row.substring(0, at)), Integer.valueOf(row.substring(at + 1)));
        }
        return hops;
    }

    /// @return the totals, and below them the departments with most fields
    List<String> impact(int field) {
        return postgres.ask(IMPACT.formatted(field, "down", "up", Questions.FIRST_DEPARTMENTS));
    }

    static Questions.Totals totals(String row) {
        var cells = row.split("\\|");
        return new Questions.Totals(
                Integer.parseInt(cells[0]),
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[5]),
                Long.parseLong(cells[6]));
    }

    /// What every department suffers, by its code; the hops are not told.
    Map<String, Questions.DepartmentHit> departments(int field) {
        var departments = new HashMap<String, Questions.DepartmentHit>();
        for (var row : postgres.ask((HIT + ROLLED + "\nselect * from rolled").formatted(field, "down", "up"))) {
            var cells = row.split("\\|");
            departments.put(
                    cells[0],
                    new Questions.DepartmentHit(
                            0,
                            Integer.parseInt(cells[1]),
                            Integer.parseInt(cells[2]),
                            Integer.parseInt(cells[3]),
                            Integer.parseInt(cells[4]),
                            Long.parseLong(cells[5])));
        }
        return departments;
    }

    /// As [Questions#held(String, String)].
    Map<String, Integer> held(String element) {
        var held = new TreeMap<String, Integer>();
        for (var row : postgres.ask(
                "select mode, count(*) from field where element = (select id from element where code = '%s') group by mode"
                        .formatted(element))) {
            var at = row.indexOf('|');
            held.put(
                    at == 0 ? "" : AcquisitionMode.values()[Integer.parseInt(row.substring(0, at))].name(),
                    Integer.valueOf(row.substring(at + 1)));
        }
        return held;
    }

    private static String far(boolean upstream) {
        return upstream ? "up" : "down";
    }

    private static String near(boolean upstream) {
        return upstream ? "down" : "up";
    }

    /// Reads the files once each and numbers what they name.
    private static final class Load {

        private final Postgres postgres;
        private final Path folder;
        private final Path scratch;
        private final Map<String, Integer> departments = new HashMap<>();
        private final Map<String, Integer> systems = new HashMap<>();
        private final Map<String, Integer> elements = new HashMap<>();
        private final Numbers resources = new Numbers();
        private final Numbers fields = new Numbers();

        Load(Postgres postgres, Path folder) throws IOException {
            this.postgres = postgres;
            this.folder = folder;
            this.scratch = Files.createTempDirectory("yuanliu-bench");
            scratch.toFile().setExecutable(true, false);
            scratch.toFile().setReadable(true, false);
        }

        void all() throws IOException {
            table("department", "id int, code text", "departments.csv", (row, out) -> out.row(
                    number(departments, row.of("code")), Codes.key(row.of("code"))));
            table("element", "id int, code text", "elements.csv", (row, out) -> out.row(
                    number(elements, row.of("code")), Codes.key(row.of("code"))));
            table("owner", "id int, code text, system int, department int", "resources.csv", (row, out) -> out.row(
                    resources.add(Codes.key(row.of("code"))),
                    Codes.key(row.of("code")),
                    row.of("system").isEmpty() ? null : number(systems, row.of("system")),
                    number(departments, row.of("provider"))));
            table("field", "id int, owner int, code text, name text, element int, mode int", "fields.csv", this::field);
            table("edge", "down int, up int", "lineage.csv", (row, out) -> out.row(
                    fields.get(Codes.key(row.of("resource") + "#" + row.of("field"))),
                    fields.get(Codes.key(row.of("fromResource") + "#" + row.of("fromField")))));
            table("agreement", "owner int, consumer int, system int, calls bigint", "sharing.csv", (row, out) -> out.row(
                    resources.get(Codes.key(row.of("resource"))),
                    number(departments, row.of("consumer")),
                    row.of("system").isEmpty() ? null : number(systems, row.of("system")),
                    row.of("calls")));
            Files.delete(scratch);
            for (var index : List.of(
                    "unique index department_id on department(id) include (code)",
                    "unique index owner_id on owner(id) include (system, department)",
                    "unique index field_id on field(id) include (owner)",
                    "index field_code on field(code)",
                    "index field_element on field(element) include (mode) where element is not null",
                    "index edge_down on edge(down) include (up)",
                    "index edge_up on edge(up) include (down)",
                    "index agreement_owner on agreement(owner) include (consumer, system, calls)")) {
                postgres.ask("create " + index);
            }
            postgres.ask(HOPS);
            postgres.ask("vacuum analyze");
            postgres.ask("create table loaded()");
        }

        /// A part played makes another unit of it, as which nothing is asked for here.
        private void field(Row row, Lines out) {
            var code = Codes.key(row.of("resource") + "#" + row.of("name"));
            var mode = AcquisitionMode.ofWord(row.of("acquisition"));
            out.row(
                    fields.add(code),
                    resources.get(Codes.key(row.of("resource"))),
                    code,
                    row.of("name"),
                    row.of("element").isEmpty() || !row.of("qualifier").isEmpty()
                            ? null
                            : number(elements, row.of("element")),
                    mode == null ? null : mode.ordinal());
        }

        private static int number(Map<String, Integer> numbers, String code) {
            return numbers.computeIfAbsent(Codes.key(code), any -> numbers.size());
        }

        private interface Written {
            void write(Row row, Lines out);
        }

        private void table(String name, String columns, String sheet, Written written) throws IOException {
            postgres.ask("drop table if exists %s".formatted(name));
            postgres.ask("create unlogged table %s(%s)".formatted(name, columns));
            var file = scratch.resolve(name + ".csv");
            try (var rows = CsvReader.builder().ofCsvRecord(folder.resolve(sheet));
                    OutputStream out = Files.newOutputStream(file)) {
                var lines = new Lines();
                @Nullable Row row = null;
                for (var record : rows) {
                    if (row == null) {
                        row = new Row(record);
                    } else {
                        written.write(row.at(record), lines);
                        if (lines.isFull()) {
                            lines.drain(out);
                        }
                    }
                }
                lines.drain(out);
            }
            file.toFile().setReadable(true, false);
            postgres.copy(name, file);
            Files.delete(file);
        }
    }

    /// A row of a sheet, by the names in its first.
    private static final class Row {

        private final Map<String, Integer> columns = new HashMap<>();
        private CsvRecord cells;

        Row(CsvRecord header) {
            this.cells = header;
            for (var at = 0; at < header.getFieldCount(); at++) {
                columns.put(header.getField(at), at);
            }
        }

        Row at(CsvRecord record) {
            cells = record;
            return this;
        }

        String of(String column) {
            var at = columns.get(column);
            if (at == null) {
                throw new IllegalArgumentException("No column %s among %s".formatted(column, columns.keySet()));
            }
            return cells.getField(at);
        }
    }

    /// Numbers many texts in the order in which they come, and keeps of each no more than sixty-four bits: two that are
    /// alike in these are refused when the second comes.
    private static final class Numbers {

        private long[] marks = new long[1 << 16];
        private int[] numbers = new int[1 << 16];
        private int size;

        int add(String text) {
            if (size > marks.length / 4 * 3) {
                grow();
            }
            var mark = mark(text);
            var at = place(mark);
            if (marks[at] == mark) {
                throw new IllegalStateException("There twice, or alike in 64 bits: " + text);
            }
            marks[at] = mark;
            numbers[at] = size;
            return size++;
        }

        int get(String text) {
            var mark = mark(text);
            var at = place(mark);
            if (marks[at] != mark) {
                throw new IllegalStateException("Nowhere defined: " + text);
            }
            return numbers[at];
        }

        private int place(long mark) {
            var at = (int) (mark >>> 20) & marks.length - 1;
            while (marks[at] != 0 && marks[at] != mark) {
                at = at + 1 & marks.length - 1;
            }
            return at;
        }

        private void grow() {
            var oldMarks = marks;
            var oldNumbers = numbers;
            marks = new long[oldMarks.length * 2];
            numbers = new int[oldMarks.length * 2];
            for (var i = 0; i < oldMarks.length; i++) {
                if (oldMarks[i] != 0) {
                    var at = place(oldMarks[i]);
                    marks[at] = oldMarks[i];
                    numbers[at] = oldNumbers[i];
                }
            }
        }

        /// None is zero, which marks an empty place.
        private static long mark(String text) {
            var mark = 0x9e3779b97f4a7c15L;
            for (var at = 0; at < text.length(); at++) {
                mark = (mark ^ text.charAt(at)) * 0xbf58476d1ce4e5b9L;
                mark ^= mark >>> 29;
            }
            mark = (mark ^ mark >>> 32) * 0x94d049bb133111ebL;
            mark ^= mark >>> 31;
            return mark == 0 ? 1 : mark;
        }
    }
}
