// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
// Opens reports in a browser as a reader does, and fails at the first page that falls short.
// Called by .ci/browser, which says where the pages and the libraries are.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const ANSWERS = ['normal', 'inconclusive', 'sealed', 'too-few'];
const KINDS = [...ANSWERS, 'synthesis', 'run', 'clinic', 'form', 'intake'];
const NO_PROOF = /does not show that the programmes? fails? to affect reoffending/;
// Words and addresses that stand only beside figures of an outcome.
const RESULT = [/p-value/i, /of 100 participants/i, /of 100 typical/i, /could be (lower|higher)/i, /participants did so/i, /there could be/i, /statistically significant \(/i];
const RESULT_PLACES = ['#headline', '#reading', '#outcomes', '#curve', '#groups', '#checks', 'svg[id*="forest"]'];

const screenshots = process.env.SCREENSHOTS;
let failures = 0;

function check(isRight, page, words) {
  if (!isRight) {
    failures++;
    console.error(`  FAILED ${page}: ${words}`);
  }
}

async function noOverflow(page, name, width) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const isScrolled = (element) => element.parentElement && (element.parentElement.closest('.scroll, svg') !== null);
    const over = [...document.body.querySelectorAll('*')]
      .filter((element) => !isScrolled(element) && !element.classList.contains('skip'))
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .map((element) => `${element.tagName}.${element.className}`);
    // Text of a chart that is cut off at its edge, or runs out of it.
    for (const svg of document.querySelectorAll('svg')) {
      const box = svg.getBoundingClientRect();
      for (const text of box.width > 0 ? svg.querySelectorAll('text') : []) {
        const own = text.getBoundingClientRect();
        if (own.left < box.left - 2 || own.right > box.right + 2) {
          over.push(`svg text "${text.textContent}"`);
        }
      }
    }
    return document.documentElement.scrollWidth > room ? ['the page scrolls sideways', ...over] : over;
  });
  check(wide.length === 0, name, `wider than ${width} px: ${wide.slice(0, 5).join('; ')}`);
}

async function accessible(page, name, state) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  for (const violation of found.violations) {
    const where = violation.nodes.slice(0, 2).map((node) => node.target.join(' ') + ' ' + node.html.slice(0, 120));
    check(false, name, `${state}: axe ${violation.id}: ${violation.help}: ${where.join(' | ')}`);
  }
  check(found.passes.length > 10, name, `${state}: axe checked next to nothing`);
}

async function clickThrough(page, name) {
  const links = await page.$$('nav a');
  check(links.length >= 3, name, 'the contents have fewer than three links');
  for (const link of links) {
    const target = await link.getAttribute('href');
    await link.click();
    const top = await page.evaluate((to) => {
      const section = document.querySelector(to);
      return section === null ? null : section.getBoundingClientRect().top;
    }, target);
    check(top !== null, name, `the contents point to ${target}, which is not there`);
    const isAtEnd = await page.evaluate(() =>
      window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2);
    check(top !== null && (Math.abs(top) < 5 || isAtEnd), name, `${target} does not come into view`);
  }
  for (const summary of await page.$$('summary')) {
    const isOpen = await summary.evaluate((element) => element.parentElement.open);
    await summary.click();
    check((await summary.evaluate((element) => element.parentElement.open)) !== isOpen, name, 'a fold does not move');
    if (isOpen) {
      await summary.click();
    }
  }
  await page.keyboard.press('Control+Home');
  await page.evaluate(() => { window.scrollTo(0, 0); document.activeElement.blur(); });
}

async function pictures(page, name) {
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('svg')].filter((svg) => {
      const named = (svg.getAttribute('aria-labelledby') || '').split(' ').map((id) => document.getElementById(id));
      return svg.getAttribute('role') !== 'img' || named.length !== 2 || named.some((part) => part === null || part.textContent.trim().length < 5);
    }).map((svg) => svg.outerHTML.slice(0, 120)));
  check(nameless.length === 0, name, `pictures without a name or a text: ${nameless.join('; ')}`);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
  });
  check(twice.length === 0, name, `addresses used twice: ${twice.join(', ')}`);
}

/** The page of a run: how it stands at the top, what to do, and tables that are named. */
async function runContents(page, name) {
  const box = await (await page.$('.verdict .word')).boundingBox();
  check(box.y < 500, name, 'how the run stands is not near the top');
  for (const place of ['#next', '#arrived table', '#stages table', '#made', '#settings']) {
    check((await page.$(place)) !== null, name, `${place} is missing`);
  }
  const nameless = await page.$$eval('table', (all) => all.filter((table) => table.caption === null).length);
  check(nameless === 0, name, 'a table has no caption');
}

/** What a request would come to: every part is there, and nothing of an outcome. */
async function clinicContents(page, name) {
  const box = await (await page.$('.verdict .word')).boundingBox();
  check(box.y < 500, name, 'the verdict is not near the top');
  for (const place of ['#people table', '#mend', '#missing table', '#effect p', '#alike', '#next ol']) {
    check((await page.$(place)) !== null, name, `${place} is missing`);
  }
  const all = (await page.content()).replace(/<style>[\s\S]*?<\/style>/, '');
  for (const pattern of RESULT) {
    check(!pattern.test(all), name, `a result is in the page: ${pattern}`);
  }
  for (const place of RESULT_PLACES) {
    check((await page.$(place)) === null, name, `${place} is in the page`);
  }
}

/** The form filled in by its keyboard, under its own policy; the YAML that it makes is request.yaml beside this file. */
async function formUse(browser, file) {
  const name = path.basename(file);
  const context = await browser.newContext({ offline: true, acceptDownloads: true });
  const page = await context.newPage();
  const url = pathToFileURL(path.resolve(file)).href;
  page.on('console', (message) => check(message.type() !== 'error', name, `console: ${message.text()}`));
  page.on('pageerror', (error) => check(false, name, `script: ${error}`));
  page.on('request', (request) => check(/^blob:/.test(request.url()) || request.url().split('#')[0] === url, name, `asks the network for ${request.url()}`));
  await page.goto(url);
  await page.focus('button[type="submit"]');
  await page.keyboard.press('Enter');
  check(await page.evaluate(() => document.activeElement.id) === 'form-errors', name, 'what is wrong does not get the focus');
  const wrong = await page.$$eval('#form-errors a', (all) => all.map((one) => one.hash));
  check(wrong.join() === '#request,#organisation,#programme', name, `wrong in an empty form: ${wrong}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  check(await page.evaluate(() => document.activeElement.id) === 'request', name, 'an error does not lead to its field');
  await accessible(page, name, 'with errors');

  const type = async (id, text) => page.locator(`[id="${id}"]`).fill(text);
  await type('request', 'north-1: "first"');
  await type('organisation', 'Zo\u00eb\u2019s Trust #1');
  await type('programme', 'Mentoring');
  await page.locator('#scope').selectOption('J');
  await page.locator('[id="filters.index_category"] input[value="CUSTODY"]').check();
  await page.locator('[id="filters.index_category"] input[value="COURT_ORDER"]').check();
  await page.locator('[id="filters.index_offence_group"] input[value="Theft"]').check();
  await type('filters.age_from', '25');
  await type('filters.age_to', '18');
  await type('method.caliper', '0.2');
  await page.locator('[id="method.matching"]').selectOption('nearest');
  await page.locator('[id="method.caliper_scale"]').selectOption('sd-logit');
  await type('method.ratio', '2');
  await page.locator('[id="method.replacement"]').selectOption('false');
  await page.locator('[id="method.exact"] input[value="sex"]').check();
  await type('method.interactions', 'sex, age_band\nsex, region');
  await type('thresholds.minimum_submitted', '80');
  await type('thresholds.link_margin', '3.5');
  await page.locator('#outcomes input[value="rate"]').check();
  await type('retention_until', '2099-12-31');
  await page.focus('[id="filters.age_to"]');
  await page.keyboard.press('Enter');
  check((await page.textContent('#form-errors li')).includes('swap them'), name, 'ages in the wrong order are taken');
  check(await page.isHidden('#download-link'), name, 'what is wrong can be downloaded');
  await type('filters.age_to', '30');
  await page.keyboard.press('Enter');
  check(await page.isHidden('#form-errors'), name, `still wrong: ${await page.textContent('#form-errors')}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const made = fs.readFileSync(await download.path(), 'utf8');
  check(download.suggestedFilename() === 'request.yaml', name, `the file is called ${download.suggestedFilename()}`);
  check(made === fs.readFileSync(path.join(__dirname, 'request.yaml'), 'utf8'), name, `the YAML differs:\n${made}`);
  check(made === await page.inputValue('#yaml-text'), name, 'the text shown is not the file');

  const list = 'sep=;\r\nThe Trust;;;;;;\r\nreference;Last Name;forenames;date_of_birth;sex;intervention_start;Cohort\r\n'
    + 'A1;"Quillons; ""worth""";Zebedee;31/03/1985;M;2017-07-20;x\r\nA2;O\u2019Sample;Zo\u00eb;;F;2017-07-21;x\r\n;;;;;;\r\n';
  await page.setInputFiles('#list-file', { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.waitForFunction(() => document.getElementById('list-status').textContent.startsWith('2 rows'));
  check((await page.textContent('[data-column="surname"] td:last-child')).includes('there, as \u201cLast Name\u201d; filled in 2 of 2'), name, 'a heading is not recognised');
  const notes = await page.textContent('#list-notes');
  for (const note of ['semicolons', 'stand in row 2', '\u201cCohort\u201d is not one of those', '1 rows are empty']) {
    check(notes.includes(note), name, `not told of the list: ${note} (${notes})`);
  }
  const birth = await page.textContent('[data-column="date_of_birth"] td:last-child');
  check(birth.includes('1 day/month/year') && birth.includes('1 empty'), name, `days are told as: ${birth}`);
  check(!/Quillons|Zebedee|1985/.test(await page.textContent('#list-shape')), name, 'a value of the list is shown');
  check((await context.cookies()).length === 0 && await page.evaluate(() => localStorage.length + sessionStorage.length) === 0, name, 'something is kept');
  await accessible(page, name, 'filled in');
  await context.close();
}

/** From the desk's page to the clinic's page of an answered request and to its report, by their links. */
async function fromTheDesk(browser, file) {
  const name = path.basename(file);
  const page = await (await browser.newContext()).newPage();
  for (const [link, part] of [['clinic of', '#mend'], ['report of', '#answer']]) {
    await page.goto(pathToFileURL(path.resolve(file)).href);
    const row = page.locator('tr.told', { hasText: 'report of' }).first();
    await row.getByRole('link', { name: link }).click();
    check(await page.locator(part).isVisible(), name, `${link} does not lead to its page`);
  }
  await page.context().close();
}

async function contents(page, name, kind) {
  if (kind === 'run') {
    await runContents(page, name);
    return;
  }
  if (kind === 'clinic') {
    await clinicContents(page, name);
    return;
  }
  if (kind === 'form' || kind === 'intake') {
    return;
  }
  const isAnswer = kind !== 'synthesis';
  const sentences = await page.$$eval(isAnswer ? '.sentence' : '.verdict p:not(.word)', (all) => all.map((p) => p.textContent.trim()));
  check(isAnswer ? sentences.length === 3 : sentences.length >= 3, name, `the answer has ${sentences.length} sentences`);
  for (const place of isAnswer ? ['.question', '#answer', '#sure p', '#like p', '#next li'] : []) {
    const isBefore = await page.evaluate((at) => {
      const part = document.querySelector(at);
      return part !== null && (part.compareDocumentPosition(document.querySelector('#full')) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    }, place);
    check(isBefore, name, `${place} does not come before the full report`);
  }
  for (const place of await page.$$('.verdict p, .sentence')) {
    check(await place.isVisible(), name, 'a sentence of the answer is not seen');
  }
  const box = await (await page.$('.verdict .word')).boundingBox();
  check(box.y < 500, name, 'the verdict is not near the top');
  const all = await page.content();
  if (kind === 'inconclusive' || kind === 'sealed' || kind === 'too-few') {
    check(NO_PROOF.test(sentences.join(' ')), name, 'it does not say that nothing was disproved');
  }
  if (kind === 'sealed' || kind === 'too-few') {
    // The glossary explains terms; everything else, comments and hidden parts included, is searched.
    const rest = all.replace(/<section id="glossary">[\s\S]*?<\/section>/, '').replace(/<style>[\s\S]*?<\/style>/, '');
    for (const pattern of RESULT) {
      check(!pattern.test(rest), name, `a result is in the page: ${pattern}`);
    }
    for (const place of RESULT_PLACES) {
      check((await page.$(place)) === null, name, `${place} is in the page`);
    }
  }
  if (kind === 'normal' || kind === 'inconclusive') {
    for (const place of ['#headline', '#outcomes table', '#curve svg', '#alike svg', '#people svg', '#method', '#glossary']) {
      check((await page.$(place)) !== null, name, `${place} is missing`);
    }
    check(RESULT.some((pattern) => pattern.test(all)), name, 'no result is found where there is one: the search is blunt');
  }
}

function pagesOf(pdf) {
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) || []).length;
}

/** A summary of one page or two, then a full report of at most ten, as the page prints when nothing was unfolded. */
async function printed(page, name) {
  const all = pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  const style = await page.addStyleTag({ content: '@media print { .full { display: none; } }' });
  const summary = pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  await style.evaluate((element) => element.remove());
  check(summary === 1 || summary === 2, name, `the summary prints in ${summary} pages`);
  check(all > summary && all - summary <= 10, name, `the full report prints in ${all - summary} pages`);
  console.log(`    ${name} prints in ${summary} + ${all - summary} pages`);
}

async function open(browser, file, kind) {
  const name = path.basename(file);
  const before = failures;
  for (const [width, height, scheme] of [[1280, 900, 'light'], [1280, 900, 'dark'], [320, 640, 'light'], [320, 640, 'dark']]) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, bypassCSP: true });
    const page = await context.newPage();
    const url = pathToFileURL(path.resolve(file)).href;
    page.on('console', (message) => check(message.type() !== 'error', name, `console: ${message.text()}`));
    page.on('pageerror', (error) => check(false, name, `script: ${error}`));
    page.on('request', (request) => check(request.url().split('#')[0] === url, name, `asks the network for ${request.url()}`));
    await page.goto(url);
    // Before anything is unfolded: print has to unfold by itself.
    if (screenshots && width === 1280 && scheme === 'light') {
      await page.pdf({ path: path.join(screenshots, `${name}.pdf`), format: 'A4', printBackground: false });
    }
    if (ANSWERS.includes(kind) && width === 1280 && scheme === 'light') {
      await printed(page, name);
    }
    await noOverflow(page, name, width);
    await contents(page, name, kind);
    await pictures(page, name);
    if (kind !== 'intake') {
      await clickThrough(page, name);
    }
    await noOverflow(page, name, width);
    await accessible(page, name, `${width} px ${scheme}`);
    if (screenshots) {
      await page.screenshot({ path: path.join(screenshots, `${name}-${width}-${scheme}.png`), fullPage: true });
    }
    await context.close();
  }
  if (kind === 'form') {
    await formUse(browser, file);
  } else if (kind === 'intake') {
    await fromTheDesk(browser, file);
  }
  check(fs.statSync(file).size < 1_000_000, name, 'above 1 MB');
  console.log(`${failures === before ? 'ok' : 'NOT OK'}  ${kind}: ${name}`);
}

async function main() {
  const pages = process.argv.slice(2).map((text) => text.match(/^([a-z-]+)=(.+)$/) || [text]);
  const wrong = pages.find(([, kind]) => !KINDS.includes(kind));
  if (wrong !== undefined || pages.length === 0) {
    console.error(`Cannot check ${wrong === undefined ? 'nothing' : wrong[0]}. Give KIND=FILE for each page; kinds are ${KINDS.join(', ')}`);
    process.exit(2);
  }
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  try {
    for (const [, kind, file] of pages) {
      await open(browser, file, kind);
    }
  } finally {
    await browser.close();
  }
  process.exit(failures === 0 ? 0 : 1);
}

main();
