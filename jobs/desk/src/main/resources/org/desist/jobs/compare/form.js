// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
// The request form. What is filled in stays here: the page's policy allows no connection, and nothing is stored.
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
  const LONGEST = 200;

  // ---- the request ----

  const isDay = (text) => {
    const day = new Date(text + 'T00:00:00Z');
    return DAY.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  };

  const lines = (text) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

  /** What a question says: its text in YAML, nothing where it is left out, or what is wrong with it. */
  function answer(question) {
    const kind = question.dataset.kind;
    if (kind === 'several') {
      const chosen = [...question.querySelectorAll('input:checked')].map((box) => JSON.stringify(box.value));
      return chosen.length === 0 ? {} : { yaml: `[${chosen.join(', ')}]` };
    }
    const field = byId(question.dataset.path);
    const text = field.value.trim();
    if (text === '') {
      return field.required ? { wrong: 'fill it in' } : {};
    }
    if (kind !== 'pairs' && kind !== 'names' && HIDDEN.test(text)) {
      return { wrong: 'take out the characters that cannot be seen' };
    }
    return written(kind, text, field);
  }

  function written(kind, text, field) {
    switch (kind) {
      case 'flag':
        return { yaml: text };
      case 'whole':
      case 'number':
        return number(kind, text, field);
      case 'word-or-number':
        if (text === 'auto') {
          return { yaml: 'auto' };
        }
        return /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) <= Number(field.dataset.most || Infinity)
          ? { yaml: String(Number(text)) } : { wrong: `write auto, or a number above 0 up to ${field.dataset.most}` };
      case 'day':
        if (!isDay(text)) {
          return { wrong: 'write a day of the calendar as year, month and day: 2030-12-31' };
        }
        return text < new Date().toISOString().slice(0, 10)
          ? { wrong: 'the day is past: name one to come' } : { yaml: JSON.stringify(text) };
      case 'pairs':
        return pairs(text, field.dataset.known.trim().split(' '));
      case 'names':
        return names(text);
      case 'choice':
        return { yaml: field.id !== 'scope' ? JSON.stringify(text) : text === 'national' ? text : `{region: ${JSON.stringify(text)}}` };
      default:
        return [...text].length > LONGEST ? { wrong: `it is longer than ${LONGEST} characters` } : { yaml: JSON.stringify(text) };
    }
  }

  function number(kind, text, field) {
    const form = kind === 'whole' ? /^\d{1,9}$/ : /^-?\d{1,9}(\.\d{1,9})?$/;
    const value = Number(text);
    return form.test(text) && value >= Number(field.dataset.least) && value <= Number(field.dataset.most)
      ? { yaml: String(value) }
      : { wrong: `write a ${kind === 'whole' ? 'whole number' : 'number'} from ${field.dataset.least} to ${field.dataset.most}` };
  }

  function pairs(text, known) {
    const all = lines(text).map((line) => line.split(/[\s,]+/));
    const isRight = all.every((pair) => pair.length === 2 && pair[0] !== pair[1] && pair.every((name) => known.includes(name)));
    return isRight
      ? { yaml: `[${all.map((pair) => `[${pair.map((name) => JSON.stringify(name)).join(', ')}]`).join(', ')}]` }
      : { wrong: 'write two names that differ on each line, as the hint spells them' };
  }

  function names(text) {
    const all = lines(text).map((line) => line.match(/^([a-z_]+)\s*:\s*(.+)$/));
    return all.every((found) => found !== null && !HIDDEN.test(found[2]))
      ? { yaml: `{${all.map((found) => `${found[1]}: ${JSON.stringify(found[2])}`).join(', ')}}` }
      : { wrong: 'write one on each line, with a colon between them' };
  }

  /** What keys owe each other. */
  function together(answers) {
    const said = (path) => answers.get(path);
    const wrong = [];
    const file = JSON.parse(said('participants') || '""');
    if (/[/\\]/.test(file) || file === '.' || file === '..') {
      wrong.push(['participants', 'it must be the name of a file in the same folder']);
    }
    if (said('filters.age_from') && said('filters.age_to') && Number(said('filters.age_from')) > Number(said('filters.age_to'))) {
      wrong.push(['filters.age_to', 'it is below the youngest age: swap them']);
    }
    const scope = byId('scope').value;
    if (scope !== 'national' && said('filters.region') && !JSON.parse(said('filters.region')).includes(scope)) {
      wrong.push(['filters.region', 'the region of the scope is not among them: add it, or choose none']);
    }
    for (const path of ['method.ratio', 'method.replacement']) {
      if (said(path) && said('method.matching') !== '"nearest"') {
        wrong.push([path, 'only nearest has it: choose nearest as the matching']);
      }
    }
    const caliper = said('method.caliper');
    const isFixed = caliper && caliper !== 'auto';
    const scale = said('method.caliper_scale');
    if (scale && !isFixed) {
      wrong.push(['method.caliper_scale', 'only a caliper with a number has it']);
    }
    if (isFixed && (!scale || scale === '"score"') && Number(caliper) > 1) {
      wrong.push(['method.caliper', 'it must be at most 1: no two scores are farther apart']);
    }
    return wrong;
  }

  function yaml(answers) {
    const text = ['# A comparison request, made by the request form.'];
    let part = '';
    for (const [path, value] of answers) {
      const [first, second] = path.split('.');
      if (second === undefined) {
        text.push(`${first}: ${value}`);
      } else {
        if (part !== first) {
          text.push(`${first}:`);
        }
        text.push(`  ${second}: ${value}`);
      }
      part = second === undefined ? '' : first;
    }
    return text.join('\n') + '\n';
  }

  function label(question) {
    return question.querySelector('label, legend').textContent.replace(' (needed)', '');
  }

  function clear(question) {
    question.querySelectorAll('.error').forEach((old) => old.remove());
    const field = question.dataset.kind === 'several' ? question : byId(question.dataset.path);
    if (question.dataset.kind !== 'several') {
      field.removeAttribute('aria-invalid');
      field.setAttribute('aria-describedby', `${field.id}-hint`);
    }
  }

  function mark(question, words) {
    const path = question.dataset.path;
    const error = document.createElement('p');
    error.className = 'error';
    error.id = `${path}-error`;
    error.textContent = `${label(question)}: ${words}.`;
    if (question.dataset.kind === 'several') {
      question.querySelector('legend').after(error);
    } else {
      byId(path).before(error);
      byId(path).setAttribute('aria-invalid', 'true');
      byId(path).setAttribute('aria-describedby', `${path}-error ${path}-hint`);
    }
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${path}`;
    link.textContent = error.textContent;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      byId(path).focus();
    });
    item.append(link);
    byId('form-errors').querySelector('ul').append(item);
  }

  let address = null;

  function make(event) {
    event.preventDefault();
    const questions = new Map([...document.querySelectorAll('#request-form [data-path]')].map((one) => [one.dataset.path, one]));
    const answers = new Map();
    const wrong = [];
    byId('form-errors').querySelector('ul').replaceChildren();
    for (const [path, question] of questions) {
      clear(question);
      const said = answer(question);
      if (said.wrong) {
        wrong.push([path, said.wrong]);
      } else if (said.yaml) {
        answers.set(path, said.yaml);
      }
    }
    wrong.push(...together(answers));
    wrong.forEach(([path, words]) => mark(questions.get(path), words));
    byId('form-errors').hidden = wrong.length === 0;
    byId('download-link').hidden = wrong.length > 0;
    if (wrong.length > 0) {
      byId('yaml-text').value = '';
      byId('made-status').textContent = 'Not made: something above is to be corrected first.';
      byId('form-errors').focus();
      return;
    }
    const text = yaml(answers);
    byId('yaml-text').value = text;
    if (address !== null) {
      URL.revokeObjectURL(address);
    }
    address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
    byId('download-link').href = address;
    byId('made-status').textContent = 'Made: download it, or copy its text.';
    byId('download-link').focus();
  }

  // ---- the list ----

  function decoded(bytes) {
    const starts = (...marks) => marks.every((mark, place) => bytes[place] === mark);
    if (starts(0xff, 0xfe)) {
      return { text: new TextDecoder('utf-16le').decode(bytes), note: 'It is written in UTF-16.' };
    }
    if (starts(0xfe, 0xff)) {
      return { text: new TextDecoder('utf-16be').decode(bytes), note: 'It is written in UTF-16.' };
    }
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch (e) {
      return { text: new TextDecoder('windows-1252').decode(bytes), note: 'It is not written in UTF-8 and is read as Windows-1252: check a name with an accent.' };
    }
  }

  const SEARCHED = 20;
  const DIVIDERS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };
  const folded = (heading) => heading.normalize('NFKC').toLowerCase().replace(/\([^)]*\)|[^\p{L}\p{N}]/gu, '');
  const columns = [...document.querySelectorAll('#list-columns tbody tr')];
  const fields = new Map(columns.flatMap((column) => column.dataset.headings.split('|').map((heading) => [folded(heading), column.dataset.column])));
  const field = (heading) => fields.get(folded(heading));

  /** Two headings that are known make a header: a first row that is none holds somebody's values. */
  function score(texts) {
    const known = new Set(texts.map(field).filter((name) => name !== undefined)).size;
    return known < 2 ? 0 : known;
  }

  function delimiter(lines) {
    const most = (mark) => Math.max(...lines.map((line) => score(line.split(mark))));
    return Object.keys(DIVIDERS).reduce((best, mark) => (most(mark) > most(best) ? mark : best));
  }

  function parsed(text, mark) {
    const rows = [];
    let row = [];
    let value = '';
    let isQuoted = false;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (isQuoted) {
        if (c === '"' && text[i + 1] === '"') {
          value += c;
          i++;
        } else if (c === '"') {
          isQuoted = false;
        } else {
          value += c;
        }
      } else if (c === '"' && value === '') {
        isQuoted = true;
      } else if (c === mark || c === '\n') {
        row.push(value.replace(/\r$/, ''));
        value = '';
        if (c === '\n') {
          rows.push(row);
          row = [];
        }
      } else {
        value += c;
      }
    }
    if (value !== '' || row.length > 0) {
      row.push(value.replace(/\r$/, ''));
      rows.push(row);
    }
    return { rows, isOpen: isQuoted };
  }

  function form(value) {
    if (value === '') {
      return 'empty';
    }
    if (isDay(value)) {
      return 'year-month-day';
    }
    return /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(value) ? 'day/month/year or month/day/year' : 'another form';
  }

  /** Numbers and headings only: no value of the list is shown. */
  function found(heading, isDayColumn, place, rows) {
    const values = rows.map((row) => (row[place] || '').trim());
    if (!isDayColumn) {
      return `there${heading}; filled in ${values.filter((value) => value !== '').length} of ${rows.length} rows`;
    }
    const forms = new Map();
    values.forEach((value) => forms.set(form(value), (forms.get(form(value)) || 0) + 1));
    return `there${heading}; ` + [...forms].map(([words, count]) => `${count} ${words}`).join(', ');
  }

  function look(bytes) {
    const notes = [];
    const { text, note } = decoded(bytes);
    if (note) {
      notes.push(note);
    }
    const body = text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '');
    const mark = delimiter(body.split('\n', SEARCHED));
    if (mark !== ',') {
      notes.push(`Its values are divided by ${DIVIDERS[mark]}.`);
    }
    const { rows, isOpen } = parsed(body, mark);
    if (isOpen) {
      notes.push('A quote is opened and never closed: the rows after it were read as one value.');
    }
    const header = Math.max(0, rows.slice(0, SEARCHED).findIndex((row) => score(row) > 0));
    const headings = (rows.splice(0, header + 1)[header] || []).map((heading) => heading.trim());
    if (header > 0) {
      notes.push(`The headings stand in row ${header + 1}: what stands above them is passed over.`);
    }
    const filled = rows.filter((row) => row.some((value) => value.trim() !== ''));
    const missing = [];
    columns.forEach((column) => {
      const { column: name, required, day } = column.dataset;
      const places = headings.flatMap((heading, place) => (field(heading) === name ? [place] : []));
      const exact = places.filter((place) => headings[place] === name);
      const place = exact.length === 1 ? exact[0] : places[0];
      if (place === undefined && required === 'true') {
        missing.push(name);
      }
      if (place !== undefined && exact.length !== 1 && places.length > 1) {
        notes.push(`More than one heading may be ${name}: ${places.map((one) => `“${headings[one]}”`).join(' and ')}. Say above, under columns, which one is.`);
      }
      column.lastElementChild.textContent = place === undefined
        ? (required === 'true' ? 'missing, and needed' : 'not there')
        : found(headings[place] === name ? '' : `, as “${headings[place]}”`, day === 'true', place, filled);
    });
    if (score(headings) === 0) {
      notes.push('No row has two of the headings below: put them above the rows.');
    } else {
      headings.filter((heading) => heading !== '' && field(heading) === undefined).forEach((heading) => {
        notes.push(`The heading “${heading}” is not one of those below. If it is one of them under another name, say so above, under columns.`);
      });
    }
    const uneven = filled.filter((row) => row.length !== headings.length).length;
    if (uneven > 0) {
      notes.push(`${uneven} rows have more or fewer values than there are headings.`);
    }
    if (rows.length > filled.length) {
      notes.push(`${rows.length - filled.length} rows are empty and are passed over.`);
    }
    return { rows: filled.length, missing, notes };
  }

  async function check() {
    const file = byId('list-file').files[0];
    if (file === undefined) {
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      byId('list-notes').replaceChildren();
      byId('list-status').textContent = 'It is a spreadsheet: send it as it is. What it holds is looked at when it is received.';
      return;
    }
    const { rows, missing, notes } = look(bytes);
    byId('list-notes').replaceChildren(...notes.map((note) => {
      const item = document.createElement('li');
      item.textContent = note;
      return item;
    }));
    byId('list-status').textContent = `${rows} rows. ` + (missing.length === 0
      ? 'Every column that must be there is there.' : `Missing: ${missing.join(', ')}.`);
  }

  byId('request-form').addEventListener('submit', make);
  byId('list-file').addEventListener('change', check);
})();
