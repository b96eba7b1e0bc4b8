async function suggest() {
  let after = null;
  do {
    const { departments } = await ask("query($after: String) { departments(first: 500, after: $after) { pageInfo { hasNextPage endCursor } nodes { code name } } }", { after });
    $("departments").append(...departments.nodes.map((one) => {
      const option = element("option");
      option.value = one.code;
      option.label = one.name;
      return option;
    }));
    after = departments.pageInfo.hasNextPage && $("departments").childElementCount < 2000 ? departments.pageInfo.endCursor : null;
  } while (after);
}

/// A code is taken for one; else the departments whose name has it in it are meant.
async function meant(asked) {
  const { department, departments } = await ask("query($asked: String!) { department(code: $asked) { code name } departments(filter: { nameContains: $asked }, first: 12) { totalCount nodes { code name } } }", { asked });
  return department ? { totalCount: 1, nodes: [department] } : departments;
}

/// Of several departments one is to be chosen.
function choose(asked, departments) {
  say(`名称含“${asked}”的部门有 ${departments.totalCount} 个：`);
  for (const [i, one] of departments.nodes.entries()) {
    $("said").append(i ? "、" : "", link(`?code=${encodeURIComponent(one.code)}`, one.name));
  }
  if (departments.totalCount > departments.nodes.length) {
    $("said").append("……请写得更全些");
  }
}

function figure(one) {
  const item = element("li");
  const anchor = link(`/graphiql?query=${encodeURIComponent(one.drillDown)}`, "");
  anchor.className = one.value === 0 ? "none" : one.concern ? "due" : "";
  anchor.append(element("b", one.value.toLocaleString("zh-CN")), element("span", one.title));
  item.append(anchor);
  return item;
}

async function show(asked) {
  say("正在统计…");
  try {
    const found = await meant(asked);
    if (found.totalCount > 1) {
      choose(asked, found);
      return;
    }
    const code = found.nodes.length ? found.nodes[0].code : null;
    const { departmentProfile: profile } = code ? await ask("query($code: String!) { departmentProfile(department: $code) { asOf department { code name level region { name } } counters { title concern value drillDown } } }", { code }) : {};
    if (!profile) {
      say(`没有编码或名称为“${asked}”的部门`, true);
      return;
    }
    const { department } = profile;
    $("name").textContent = department.name;
    $("asOf").textContent = [department.code, department.level, department.region && department.region.name, `截至 ${profile.asOf}`].filter(Boolean).join(" · ");
    $("concerns").replaceChildren(...profile.counters.filter((one) => one.concern).map(figure));
    $("figures").replaceChildren(...profile.counters.filter((one) => !one.concern).map(figure));
    $("concerns").parentElement.hidden = false;
    $("figures").parentElement.hidden = false;
    document.title = `源流 · ${department.name}`;
    history.replaceState(null, "", `?code=${encodeURIComponent(department.code)}`);
    say("");
  } catch (failure) {
    say(failure.message, true);
  }
}

$("which").addEventListener("submit", (event) => {
  event.preventDefault();
  show(new FormData($("which")).get("department").trim());
});
suggest().catch((failure) => say(failure.message, true));
const code = new URLSearchParams(location.search).get("code");
if (code) {
  $("which").elements.department.value = code;
  show(code);
}
