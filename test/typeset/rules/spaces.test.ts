import { testTable } from '../set-text.ts';

testTable([
  ['One.  Two.\tThree. \t Four', 'One. Two. Three. Four'],
  ['So , he said . Then ; and : what ? Well !', 'So, he said. Then; and: what? Well!'],
  ['"So" , he said', '“So”, he said'],
  ['What ?! No', 'What?! No'],
  ['( so )', '(so)'],
  ['Well ... a .45 and .5 :) ;) :-)', 'Well … a .45 and .5 :) ;) :-)'],
  ['in .NET , too', 'in .NET, too'],
  ['[ ] and ( )', '[ ] and ( )'],
  ['a\u00A0 \u00A0b', 'a\u00A0 \u00A0b'],
]);
testTable([['Quoi ?', 'Quoi ?']], { lang: 'fr', rules: { 'punctuation-spacing': false } });
