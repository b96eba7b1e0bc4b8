const TITLES = { department: "部门", region: "区划", level: "层级", library: "库", element: "数据元", states: "状态", inForce: "是否生效", overdue: "是否超期", from: "起始日期", until: "截止日期" };
const SHOWN = 50;
let next = null;

/// Of what was filled in, what a list can be narrowed by.
function narrowed(takes) {
  const filled = new FormData($("narrow"));
  const filter = {};
  for (const name of takes) {
    const value = (filled.get(name) || "").trim();
    if (value) {
      filter[name] = value;
    }
  }
  return filter;
}

function download(address, filter) {
  const query = new URLSearchParams(filter).toString();
  return query ? `${address}?${query}` : address;
}

/// Each list is counted for itself, so that a slow one holds up no other.
async function count(list, filter, cell) {
  try {
    const data = await ask(list.question, { filter, first: 1 });
    cell.textContent = data.list.totalCount.toLocaleString("zh-CN");
  } catch (failure) {
    cell.textContent = "—";
    cell.title = failure.message;
    cell.parentElement.lastElementChild.textContent += `（${failure.message}）`;
  }
}

async function showLists() {
  const { filedLists } = await ask("{ filedLists { title takes question csv xlsx } }");
  $("lists").replaceChildren(...filedLists.map((list) => {
    const filter = narrowed(list.takes);
    const row = element("tr");
    const rows = element("td", "…", "number");
    const files = element("td");
    files.append(link(download(list.xlsx, filter), "xlsx"), " · ", link(download(list.csv, filter), "CSV"));
    row.append(element("td", list.title), rows, files, element("td", list.takes.map((name) => TITLES[name] || name).join("、"), "text"));
    count(list, filter, rows);
    return row;
  }));
}

async function showCoverage(after) {
  const data = await ask(`query($by: CoverageBy!, $filter: FiledListFilter, $first: Int, $after: String) {
    sourceCoverage(by: $by, filter: $filter, first: $first, after: $after) {
      asOf pageInfo { hasNextPage endCursor }
      nodes { code name units designated leadCollector disputed noStatutorySource undesignated rate definition by } } }`,
    { by: $("by").value, filter: narrowed(["department", "region", "level"]), first: SHOWN, after });
  const list = data.sourceCoverage;
  const rows = list.nodes.map((one) => {
    const row = element("tr", null, one.by === "TOTAL" ? "sum" : "");
    const rate = element("td", null, "rate");
    if (one.rate !== null) {
      const gauge = element("span", null, "gauge");
      const bar = element("i");
      bar.style.width = `${100 * one.rate}%`;
      gauge.append(bar);
      rate.append(gauge, `${(100 * one.rate).toFixed(1)}%`);
    }
    row.append(element("td", one.name));
    for (const number of [one.units, one.designated, one.leadCollector, one.disputed, one.noStatutorySource, one.undesignated]) {
      row.append(element("td", number.toLocaleString("zh-CN"), "number"));
    }
    row.append(rate);
    return row;
  });
  if (after) {
    $("coverage").append(...rows);
  } else {
    $("coverage").replaceChildren(...rows);
  }
  if (list.nodes.length) {
    $("definition").textContent = `截至 ${list.asOf}。${list.nodes[0].definition}`;
  }
  next = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  $("more").hidden = !next;
}

async function show() {
  say("");
  try {
    await Promise.all([showLists(), showCoverage(null)]);
  } catch (failure) {
    say(failure.message, true);
  }
}

$("narrow").addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
$("by").addEventListener("change", () => showCoverage(null).catch((failure) => say(failure.message, true)));
$("more").addEventListener("click", () => showCoverage(next).catch((failure) => say(failure.message, true)));
show();
