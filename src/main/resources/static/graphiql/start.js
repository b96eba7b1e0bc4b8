const questions = `# 源流查询台:选择一个问题,按 Ctrl + Enter 运行。

# 一、哪些信息项与“身份证号”有关?(可用中文词、同义名称、拼音首字母、编码)
query 检索 {
  search(text: "身份证号", first: 10) {
    totalCount
    edges { score matched node { __typename code name } }
  }
}

# 二、有哪些部门,各在何地,由谁指导?
query 部门 {
  departments(first: 20) {
    totalCount
    nodes { code name level region { name } guidedBy { name } successor { name } }
  }
}

# 三、有哪些数据资源,由谁提供,含有哪些信息项?
query 数据资源 {
  dataResources(first: 10) {
    totalCount
    nodes {
      code name sharing
      department { name }
      system { name }
      fields(first: 20) { totalCount nodes { name acquisition element { code name } } }
    }
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
