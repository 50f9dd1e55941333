import { testTable } from '../set-text.ts';

testTable(
  [
    ['In Which Piglet Meets a Heffalump', 'In Which Piglet Meets a\u00A0Heffalump'],
    ['What the Butler Saw Through It', 'What the Butler Saw Through\u00A0It'],
    ['In Which Pooh Goes Visiting and Disappears', 'In Which Pooh Goes Visiting and Disappears'],
    ['Beyond Lies the Wub', 'Beyond Lies the Wub'],
    ['Considerations Notwithstanding All', 'Considerations Notwithstanding All'],
    ['One thousand two hundred four -- five', 'One thousand two hundred four—five'],
    ['One thousand two hundred four ... five', 'One thousand two hundred four … five'],
  ],
  { block: 'heading' },
);
testTable([['What the Butler Saw Through It', 'What the Butler Saw Through It']]);
