const questions = `# 源流查询台：选择一个问题，按 Ctrl + Enter 运行。

# 一、从哪里来？市级企业库的“注册资本”
query WhereFrom {
  lineage(of: {dataField: "R-SS-QYK#注册资本"}, direction: UPSTREAM) {
    count
    ends { nodes { code department { name } } }
    completeness { complete }
  }
}

# 二、谁是数源？自然人的“户籍地址”
query WhoseSource {
  sourceUnit(element: "YL008", subject: "自然人") {
    name
    state
    designation { department { name } field { code } document clause }
    holders(first: 1) { totalCount }
  }
}

# 三、影响谁？停用“学历学位信息查询”
query WhomDoesItHit {
  impact(of: {dataResource: "R-SS-XLXW"}, change: STOP) {
    totals { fields dataResources systems departments forms sharings calls }
    departments { nodes { department { name } severity nearestHop } }
  }
}
`;

const asked = new URLSearchParams(location.search).get("query");

async function fetcher(params) {
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify(params),
  });
  return answer.json();
}

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: questions,
    query: asked === null ? undefined : asked,
    shouldPersistHeaders: false,
  }),
);
