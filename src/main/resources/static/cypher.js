'use strict';
const saved = document.getElementById('saved');
const statement = document.getElementById('statement');
const said = document.getElementById('said');
const head = document.querySelector('#answer thead');
const body = document.querySelector('#answer tbody');
let queries = [];

function row(cells, kind) {
  const tr = document.createElement('tr');
  for (const cell of cells) {
    const td = document.createElement(kind);
    td.textContent = cell === null ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
    tr.append(td);
  }
  return tr;
}

async function run() {
  head.replaceChildren();
  body.replaceChildren();
  said.textContent = '…';
  const response = await fetch('/api/cypher', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({statement: statement.value})
  });
  const answer = await response.json();
  if (!response.ok) {
    said.textContent = answer.detail || '没有回答';
    return;
  }
  head.append(row(answer.columns, 'th'));
  answer.rows.forEach(cells => body.append(row(cells, 'td')));
  said.textContent = answer.rows.length + ' 行' + (answer.more ? ',还有更多未列出,请收窄查询' : '');
}

document.getElementById('run').addEventListener('click', () => run().catch(problem => { said.textContent = problem.message; }));
saved.addEventListener('change', () => { statement.value = queries[saved.selectedIndex].text; });
fetch('/api/cypher/saved').then(response => response.json()).then(all => {
  queries = all;
  all.forEach(query => saved.append(new Option(query.title)));
  statement.value = all.length ? all[0].text : '';
});
