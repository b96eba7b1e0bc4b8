const STATES = { QUEUED: "排队中", RUNNING: "入库中", FINISHED: "已完成", FAILED: "未入库" };
const SEVERITIES = { REFUSED: "被拒", WARNED: "告警" };
const COUNTS = ["read", "filed", "updated", "unchanged", "refused", "warned"];
const COUNT_NAMES = ["读入", "入库", "更新", "未变", "被拒", "告警"];

let shown = null;
let next = null;
let waiting = null;

/// The answer, or an error that says what the server said.
async function asked(url, options) {
  const answer = await fetch(url, options);
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.detail || `服务器答复 ${answer.status}`);
  }
  return body;
}

function stateOf(report) {
  return STATES[report.state] + (report.dryRun ? "（只校验）" : "");
}

function over(report) {
  return report.state === "FINISHED" || report.state === "FAILED";
}

function time(text) {
  return text ? new Date(text).toLocaleString("zh-CN", { hour12: false }) : "";
}

function totals(report) {
  return COUNTS.map((count) => report.sheets.reduce((sum, sheet) => sum + sheet[count], 0));
}

function numbers(row, values) {
  for (const [i, value] of values.entries()) {
    row.append(element("td", value.toLocaleString("zh-CN"), "number" + (value > 0 && i > 3 ? (i === 4 ? " REFUSED" : " WARNED") : "")));
  }
}

function listed(report) {
  const row = element("tr");
  const code = element("td");
  code.append(link("#" + encodeURIComponent(report.code), report.code));
  const download = element("td");
  if (over(report)) {
    download.append(link(workbook(report), "下载"));
    download.firstChild.setAttribute("aria-label", `下载 ${report.code} 的报告`);
  }
  row.append(code, element("td", stateOf(report), report.state), element("td", time(report.startedAt)));
  numbers(row, totals(report));
  row.append(download);
  if (report.code === shown) {
    row.setAttribute("aria-current", "true");
  }
  return row;
}

function workbook(report) {
  return `/api/filings/${encodeURIComponent(report.code)}/report.xlsx`;
}

async function list(more) {
  const page = await asked("/api/filings?first=20" + (more && next ? "&after=" + encodeURIComponent(next) : ""));
  const rows = page.filings.map(listed);
  if (more) {
    $("list").append(...rows);
  } else {
    $("list").replaceChildren(...rows);
  }
  next = page.after;
  $("more").hidden = !next;
  $("none").hidden = $("list").children.length > 0;
}

function table(name, heads, rows) {
  const scroll = element("div", null, "scroll");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", name);
  const made = element("table");
  made.append(element("caption", name));
  const head = element("tr");
  for (const [text, className] of heads) {
    const cell = element("th", text, className);
    cell.scope = "col";
    head.append(cell);
  }
  const top = element("thead");
  top.append(head);
  const body = element("tbody");
  body.append(...rows);
  made.append(top, body);
  scroll.append(made);
  return scroll;
}

function sheetTable(report) {
  return table(
    "各表的行数",
    [["表"], ...COUNT_NAMES.map((name) => [name, "number"])],
    report.sheets.map((sheet) => {
      const row = element("tr");
      row.append(element("td", sheet.sheet));
      numbers(row, COUNTS.map((count) => sheet[count]));
      return row;
    }),
  );
}

function problemTable(report) {
  return table(
    "有问题的行" + (report.problemsOmitted > 0 ? `（另有 ${report.problemsOmitted.toLocaleString("zh-CN")} 条，见报告文件）` : ""),
    [["表"], ["行", "number"], ["列"], ["原文"], ["结果"], ["原因码"], ["说明"]],
    report.problems.map((problem) => {
      const row = element("tr");
      row.append(
        element("td", problem.sheet),
        element("td", problem.row, "number"),
        element("td", problem.column),
        element("td", problem.value, "value"),
        element("td", SEVERITIES[problem.severity], problem.severity),
        element("td", problem.code),
        element("td", problem.message, "text"),
      );
      return row;
    }),
  );
}

function showReport(report) {
  $("report").hidden = false;
  $("reportTitle").textContent = `入库 ${report.code}`;
  const state = $("state");
  state.replaceChildren(element("strong", stateOf(report), report.state));
  if (report.message) {
    state.append("：" + report.message);
  }
  if (over(report)) {
    state.append("　", link(workbook(report), "下载报告（.xlsx）"));
  }
  $("progress").hidden = over(report);
  $("progress").value = report.progress;
  $("tables").replaceChildren();
  if (report.sheets.length > 0) {
    $("tables").append(sheetTable(report));
  }
  if (report.problems.length > 0) {
    $("tables").append(problemTable(report));
  } else if (report.state === "FINISHED") {
    $("tables").append(element("p", "没有被拒或告警的行。", "soft"));
  }
}

/// Shows a filing, and again every second until it is over.
async function follow(code) {
  clearTimeout(waiting);
  shown = code;
  const report = await asked("/api/filings/" + encodeURIComponent(code));
  if (shown !== code) {
    return;
  }
  showReport(report);
  if (over(report)) {
    await list(false);
  } else {
    waiting = setTimeout(() => follow(code).catch(failed), 1000);
  }
}

function failed(failure) {
  say(failure.message, true);
}

function follows() {
  const code = decodeURIComponent(location.hash.slice(1));
  if (code) {
    follow(code).catch(failed);
  } else {
    shown = null;
    $("report").hidden = true;
    list(false).catch(failed);
  }
}

$("filing").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("button");
  const body = new FormData();
  body.append("package", form.elements.package.files[0]);
  button.disabled = true;
  say("正在上传……");
  try {
    const entered = await asked("/api/filings?dryRun=" + form.elements.dryRun.checked, { method: "POST", body });
    say(`已受理，编号 ${entered.code}。`);
    form.reset();
    await list(false);
    location.hash = entered.code;
  } catch (failure) {
    failed(failure);
  } finally {
    button.disabled = false;
  }
});

$("more").addEventListener("click", () => list(true).catch(failed));
addEventListener("hashchange", follows);
if (location.hash) {
  list(false).catch(failed);
}
follows();
