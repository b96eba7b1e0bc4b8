for (const question of document.querySelectorAll("#questions pre")) {
  const run = document.createElement("a");
  run.href = "/graphiql?query=" + encodeURIComponent(question.textContent);
  run.textContent = "运行";
  run.setAttribute("aria-label", "运行：" + question.previousElementSibling.textContent);
  question.after(run);
}

const counts = document.getElementById("counts");

async function tell() {
  const answer = await fetch("/api/about");
  if (!answer.ok) {
    throw new Error("HTTP " + answer.status);
  }
  const about = await answer.json();
  const n = new Intl.NumberFormat("zh-CN");
  counts.textContent =
    `图谱现有部门 ${n.format(about.counts.departments)} 个，数据资源 ${n.format(about.counts.dataResources)} 项，` +
    `信息项 ${n.format(about.counts.dataFields)} 个，信息系统 ${n.format(about.counts.systems)} 个，` +
    `数源单元 ${n.format(about.counts.sourceUnits)} 个。`;
  document.getElementById("version").textContent = ` 版本 ${about.version}。`;
  if (about.browser) {
    const browser = document.getElementById("browser");
    browser.querySelector("a").href = about.browser;
    browser.hidden = false;
  }
}

tell().catch((failure) => {
  counts.textContent = `图谱暂不能回答（${failure.message}）。`;
});
