import { testTable } from '../set-text.ts';

testTable([
  ['Mr. and Mrs. Smith', 'Mr.\u00A0and Mrs.\u00A0Smith'],
  ['“Dr. Seward”—Mr. Harker', '“Dr.\u00A0Seward”—Mr.\u00A0Harker'],
  ['Mr Smith and Dr\nJones', 'Mr\u00A0Smith and Dr\u00A0Jones'],
  ['Mr.  Smith', 'Mr.\u00A0Smith'],
  [
    'Lieut. Ray, Capt. Smollett, Lt. Scott, Hon. Arthur',
    'Lieut.\u00A0Ray, Capt.\u00A0Smollett, Lt.\u00A0Scott, Hon.\u00A0Arthur',
  ],
  ['Styles St. Mary, in 21st St. They', 'Styles St.\u00A0Mary, in 21st St. They'],
  ['St John, 4 in. long, and 4 in. Then', 'St\u00A0John, 4\u00A0in. long, and 4 in. Then'],
  ['Mme. Defarge, M. Manette, J. M. Caffyn', 'Mme.\u00A0Defarge, M.\u00A0Manette, J. M. Caffyn'],
  ['Billington & Son', 'Billington\u00A0& Son'],
  ['No. 347, Nos. 3 and 4. "No. I am 3."', 'No.\u00A0347, Nos.\u00A03 and 4. “No. I am 3.”'],
  ['p. 3, Vol. 2, § 4', 'p.\u00A03, Vol.\u00A02, §\u00A04'],
  ['12 mm, 9 ft., 10 lbs., 8 oz., 20 %', '12\u00A0mm, 9\u00A0ft., 10\u00A0lbs., 8\u00A0oz., 20\u00A0%'],
  ['3 men, 4 guests, 5 in the morning, 6 am I', '3 men, 4 guests, 5 in the morning, 6\u00A0am I'],
  ['8:35 p.m., 11 a.m.', '8:35\u00A0p.m., 11\u00A0a.m.'],
  ['in 2136 AD', 'in 2136\u00A0AD'],
  ['Messrs. Carter', 'Messrs. Carter'],
]);
testTable([['Die 12 mm, Mr. Smith', 'Die 12\u00A0mm, Mr. Smith']], { lang: 'de' });
testTable([['Mr. Smith, 12 mm', 'Mr. Smith, 12 mm']], { rules: { 'no-break': false } });
testTable([['Mr. Smith', 'Mr. Smith']], { block: 'line' });
