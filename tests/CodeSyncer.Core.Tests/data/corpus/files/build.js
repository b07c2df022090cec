#!/usr/bin/env node
'use strict';

// @codesyncer-decision(id=B-1): no bundler plugin of our own
// @codesyncer-decision(id=B-2, supersedes=B-1, 2026-02-27): one plugin, for icons
const { build } = require('esbuild');
const claude = require('@claude-code/sdk'); // a package, not a tag

const banner = '/* @codesyncer-rule: goes into the output */';
const tpl = `
  // @codesyncer-todo: template
  ${ (() => { /* @codesyncer-why: evaluated once */ return `nested ${1 /* @codesyncer-inference: always 1 */}`; })() }
`;

/* eslint-disable no-console */ /* @codesyncer-rule: console is fine in scripts */

async function main(args) {
  const minify = args.includes('--minify') // @codesyncer-todo: default in CI
  const ratio = args.length / 2 // @codesyncer-context: /2 because of flag pairs
  const words = 'it\'s // @codesyncer-todo: string'.split(/\s*\/\/\s*/)
  if (ratio > words.length) console.log(banner, tpl, claude);
  // @codesyncer-alternative: rollup
  //   1. slower by a factor of ten
  //   2. smaller output (3%)
  await build({ entryPoints: ['src/index.js'], bundle: true, minify });
}

main(process.argv.slice(2)).catch((e) => {
  console.error(e); // @codesyncer-pattern: exit code 1 on any error
  process.exit(1);
});

//@codesyncer-todo no blank behind the slashes
//   @codesyncer-reference: https://esbuild.github.io/api/#build
