import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderTitle } from '../../scripts/book/folder-title.ts';

const titles: readonly (readonly [text: string, title: string | undefined, author?: string])[] = [
  ['# The Long Mill\n\nA novel.\n', 'The Long Mill'],
  ['![badge](x.svg)\n\n# 🌲 The *Long* [Mill](https://mill.test)\n\nby Ann Lee\n', 'The Long Mill', 'Ann Lee'],
  ['The Long Mill\n=====\n\nBy writing this book I learned a lot.\n', 'The Long Mill'],
  ['<Center>\n\n# La casa\nPor: Eva Ruiz\n', 'La casa', 'Eva Ruiz'],
  ['<h1 align="center">The Long Mill</h1>\n', 'The Long Mill'],
  ['---\nlayout: x\n---\n# 小说《长磨坊》\n', '长磨坊'],
  ['#The Long Mill\n', 'The Long Mill'],
  ['# long-mill\n\nWords.\n', undefined],
  ['# Mill\n', undefined],
  ['# README of the project\n', undefined],
  ['# My Novel\n', undefined],
  ['## Contents\n\nNothing above.\n', undefined],
];

for (const [text, title, author] of titles)
  test(`${JSON.stringify(text.slice(0, 30))} calls the book ${title ?? 'nothing'}`, () => {
    const found = folderTitle(text, 'mill');
    assert.deepEqual([found?.title, found?.author], [title, author]);
  });
