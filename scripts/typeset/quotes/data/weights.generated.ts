/**
 * What was learned from eleven novels proofread by Standard Ebooks (CC0); made by `node bench/typography-learn.mjs`.
 * Weights are in nats: above nought a feature speaks for the reading that features.ts notes it with.
 */

/** The weight, then the name of the feature. */
export const shapes = `
4.00 double, close: stop _ dash
4.00 double, close: stop _ edge
4.00 double, close: stop _ space
4.00 double, close: stop _ stop
4.02 double, close: word _ dash
4.00 double, close: word _ edge
4.00 double, close: word _ space
4.00 double, close: word _ stop
4.00 double, open: dash _ word
4.00 double, open: edge _ word
4.00 double, open: opener _ word
4.00 double, open: space _ word
-6.68 double: abandoned
-0.06 double: open D ends
-0.81 double: open D goes on
0.05 double: open DS ends
0.21 double: open DS goes on
0.56 double: open DS goes on outside
-0.97 double: open S ends
0.54 double: outer D
-1.28 double: outer S
-6.27 double: reopened
-6.32 double: stray
-0.38 lead: Capital after colon
-0.60 lead: Capital after comma
-0.03 lead: Capital after dash
0.04 lead: Capital after nothing
0.05 lead: Capital after quote
-0.06 lead: Capital after stop
-0.36 lead: Capital after word
-0.56 lead: after colon
-0.98 lead: after comma
-0.43 lead: after dash
0.53 lead: after hyphen
-1.88 lead: after nothing
0.25 lead: after quote
1.90 lead: after quote, nothing
0.14 lead: after quote, stop
0.41 lead: after speech
0.25 lead: after word
-0.37 lead: always
0.38 lead: closer none
-0.78 lead: closer stop
0.03 lead: closer word
-1.46 lead: dash 
-0.11 lead: double Capital after colon
-0.08 lead: double Capital after comma
-0.25 lead: double Capital after nothing
0.16 lead: double Capital after stop
-0.19 lead: double Capital after word
-0.11 lead: double after colon
-0.34 lead: double after comma
-0.12 lead: double after dash
0.10 lead: double after hyphen
-0.25 lead: double after quote, nothing
0.04 lead: double after quote, stop
0.19 lead: double after stop
0.30 lead: double after word
0.91 lead: double closer none
-1.29 lead: double closer stop
0.20 lead: double closer word
-0.30 lead: double known elsewhere small
-0.09 lead: double known nowhere Capital
1.23 lead: double known nowhere small
-0.24 lead: double known often Capital
-0.11 lead: double known often small
-0.12 lead: double known seldom Capital
-0.08 lead: double known seldom small
0.53 lead: double led 1, never whole
-0.79 lead: double led 1, whole
0.44 lead: double led 2, never whole
0.06 lead: double led 2, seldom whole
-0.39 lead: double led 2, whole
0.06 lead: double led always, seldom whole
0.35 lead: double led always, whole
0.15 lead: double led often, seldom whole
-0.55 lead: double led often, whole
-0.20 lead: double led some, never whole
0.05 lead: double led some, seldom whole
0.51 lead: double led some, whole
-0.26 lead: double small after comma
-0.11 lead: double small after dash
0.10 lead: double small after hyphen
0.07 lead: double small after stop
0.49 lead: double small after word
-0.56 lead: known elsewhere Capital
0.32 lead: known elsewhere small
0.08 lead: known elsewhere, closer none
-0.33 lead: known elsewhere, closer stop
0.28 lead: known elsewhere, restored h
0.26 lead: known elsewhere, restored letter
-1.24 lead: known elsewhere, restored none
0.46 lead: known elsewhere, restored syllable
-0.10 lead: known nowhere Capital
1.48 lead: known nowhere small
0.77 lead: known nowhere, closer none
-0.42 lead: known nowhere, closer stop
1.03 lead: known nowhere, closer word
2.23 lead: known nowhere, restored h
0.95 lead: known nowhere, restored letter
-1.93 lead: known nowhere, restored none
0.14 lead: known nowhere, restored syllable
-0.54 lead: known often Capital
-0.20 lead: known often small
-0.32 lead: known often, closer none
-0.33 lead: known often, closer stop
-0.09 lead: known often, closer word
0.73 lead: known often, restored h
0.63 lead: known often, restored letter
-2.32 lead: known often, restored none
0.22 lead: known often, restored syllable
-0.18 lead: known seldom Capital
-0.14 lead: known seldom small
-0.13 lead: known seldom, closer none
0.34 lead: known seldom, closer stop
-0.52 lead: known seldom, closer word
0.37 lead: known seldom, restored h
0.42 lead: known seldom, restored letter
-0.93 lead: known seldom, restored none
-0.18 lead: known seldom, restored syllable
0.63 lead: led 1, never whole
-0.27 lead: led 1, whole
0.21 lead: led 2, never whole
0.38 lead: led 2, whole
4.01 lead: led always, never whole
-0.29 lead: led always, seldom whole
-0.62 lead: led always, whole
2.49 lead: led often, never whole
-0.17 lead: led often, seldom whole
-0.10 lead: led often, whole
0.30 lead: led some, never whole
0.29 lead: led some, seldom whole
-0.31 lead: led some, whole
-0.20 lead: length 1
0.18 lead: length 3
0.10 lead: length 4
-0.33 lead: list doubtful Capital
-0.49 lead: list doubtful Capital, closer none
0.07 lead: list doubtful Capital, closer stop
0.09 lead: list doubtful Capital, closer word
1.08 lead: list doubtful small
0.25 lead: list doubtful small, closer none
0.84 lead: list doubtful small, closer word
6.73 lead: list sure Capital
-0.28 lead: list sure Capital, closer stop
7.02 lead: list sure small
-1.24 lead: list unknown Capital
-0.81 lead: list unknown Capital, closer none
-0.39 lead: list unknown Capital, closer stop
-1.03 lead: list unknown Capital, closer word
-1.67 lead: list unknown small
0.22 lead: list unknown small, closer none
-1.38 lead: list unknown small, closer stop
-1.51 lead: list unknown small, closer word
-0.04 lead: list usual Capital
-0.06 lead: list usual Capital, closer stop
1.52 lead: list usual small
0.20 lead: list usual small, closer none
0.30 lead: list usual small, closer stop
1.02 lead: list usual small, closer word
-1.05 lead: long then mark, list doubtful
-0.52 lead: long then mark, list unknown
-0.33 lead: marked 0
0.27 lead: marked 0, known elsewhere
0.97 lead: marked 0, known nowhere
-1.46 lead: marked 0, known often
-0.11 lead: marked 0, known seldom
-0.67 lead: marked 1
-0.73 lead: marked 1, known elsewhere
0.80 lead: marked 1, known nowhere
-0.51 lead: marked 1, known often
-0.23 lead: marked 1, known seldom
0.17 lead: marked 2
-0.06 lead: marked 2, known elsewhere
1.33 lead: marked 2, known nowhere
0.32 lead: marked 2, known often
0.09 lead: marked 2, known seldom
0.88 lead: marked often
2.75 lead: marked often, known nowhere
0.68 lead: marked often, known often
-0.09 lead: marked often, known seldom
0.03 lead: marked some
0.25 lead: marked some, known elsewhere
2.04 lead: marked some, known nowhere
0.24 lead: marked some, known often
-4.46 lead: number
0.50 lead: one letter a then mark
-0.50 lead: one letter a then space
-0.46 lead: one letter d then inner mark
0.05 lead: one letter e then inner mark
-0.05 lead: one letter e then stop
-0.24 lead: one letter i then inner mark
-0.60 lead: one letter i then space
-0.04 lead: one letter j then stop
-0.09 lead: one letter n then mark
0.15 lead: one letter n then stop
-0.08 lead: one letter p then stop
0.54 lead: one letter s then space
0.06 lead: one letter s then stop
0.57 lead: one letter t then space
0.09 lead: one letter t then stop
-0.03 lead: one letter y then dash
-0.27 lead: single Capital after colon
-0.51 lead: single Capital after comma
0.29 lead: single Capital after nothing
0.04 lead: single Capital after quote
-0.22 lead: single Capital after stop
-0.16 lead: single Capital after word
-0.45 lead: single after colon
-0.63 lead: single after comma
-0.30 lead: single after dash
0.43 lead: single after hyphen
-1.88 lead: single after nothing
0.23 lead: single after quote
2.15 lead: single after quote, nothing
0.09 lead: single after quote, stop
0.41 lead: single after speech
-0.17 lead: single after stop
-0.04 lead: single after word
-0.53 lead: single closer none
0.51 lead: single closer stop
-0.17 lead: single closer word
-0.54 lead: single known elsewhere Capital
0.62 lead: single known elsewhere small
0.25 lead: single known nowhere small
-0.30 lead: single known often Capital
-0.09 lead: single known often small
-0.06 lead: single known seldom Capital
-0.05 lead: single known seldom small
0.09 lead: single led 1, never whole
0.52 lead: single led 1, whole
-0.23 lead: single led 2, never whole
-0.04 lead: single led 2, seldom whole
0.78 lead: single led 2, whole
-0.34 lead: single led always, seldom whole
-0.97 lead: single led always, whole
-0.03 lead: single led often, never whole
-0.32 lead: single led often, seldom whole
0.46 lead: single led often, whole
0.50 lead: single led some, never whole
0.24 lead: single led some, seldom whole
-0.82 lead: single led some, whole
-0.18 lead: single small after colon
-0.12 lead: single small after comma
-0.28 lead: single small after dash
0.43 lead: single small after hyphen
0.19 lead: single small after quote
0.42 lead: single small after speech
0.14 lead: single small after stop
0.12 lead: single small after word
-0.18 lead: small after colon
-0.38 lead: small after comma
-0.39 lead: small after dash
0.53 lead: small after hyphen
0.20 lead: small after quote
0.43 lead: small after speech
0.21 lead: small after stop
0.61 lead: small after word
0.06 lead: then dash
0.06 lead: then inner mark
-1.16 lead: then mark
-0.32 lead: then space
1.44 lead: then stop
4.01 lead: year
-6.56 mid
0.08 other, apostrophe: dash _ edge
-0.79 other, apostrophe: dash _ space
-0.71 other, apostrophe: edge _ dash
-0.05 other, apostrophe: edge _ opener
-0.14 other, apostrophe: edge _ stop
-1.02 other, apostrophe: space _ dash
-0.06 other, apostrophe: space _ opener
-0.45 other, apostrophe: stop +_ dash
0.54 other, apostrophe: stop +_ space
-0.49 other, apostrophe: stop _ dash
-1.25 other, apostrophe: stop _ edge
-2.05 other, apostrophe: stop _ space
-0.10 other, apostrophe: stop _ stop
-0.07 other, apostrophe: stop _+ dash
-0.51 other, apostrophe: stop _+ edge
-0.21 other, apostrophe: stop _+ space
1.72 other, close: dash _ edge
1.13 other, close: dash _ space
-0.45 other, close: dash _+ word
0.45 other, close: stop +_ dash
0.11 other, close: stop +_ edge
0.10 other, close: stop +_ space
0.62 other, close: stop _ dash
3.55 other, close: stop _ edge
3.50 other, close: stop _ space
0.12 other, close: stop _ stop
0.07 other, close: stop _+ dash
0.51 other, close: stop _+ edge
0.22 other, close: stop _+ space
-1.80 other, open: dash _ edge
-0.34 other, open: dash _ space
0.45 other, open: dash _+ word
0.71 other, open: edge _ dash
0.05 other, open: edge _ opener
0.14 other, open: edge _ stop
1.02 other, open: space _ dash
0.06 other, open: space _ opener
-0.08 other, open: stop +_ edge
-0.64 other, open: stop +_ space
-0.13 other, open: stop _ dash
-2.30 other, open: stop _ edge
-1.45 other, open: stop _ space
-6.00 single: abandoned
-2.41 single: open S ends
-1.15 single: open S goes on
-1.49 single: outer D
0.60 single: outer S
-7.40 single: reopened
-1.17 single: resumed
-6.57 single: stray
-0.26 trail: always
-0.24 trail: elsewhere, ends in -
-0.05 trail: elsewhere, ends in s
-1.11 trail: ends in -
1.59 trail: ends in in
-0.75 trail: ends in s
0.33 trail: here, ends in -
1.23 trail: here, ends in in
-0.42 trail: here, ends in s
-1.19 trail: nowhere, ends in -
0.36 trail: nowhere, ends in in
-0.27 trail: nowhere, ends in s
-0.86 trail: then Capital
1.01 trail: then dash
1.20 trail: then opener
-0.72 trail: then quote
-0.54 trail: then small
0.16 trail: then stop
`;

/** Words after a mark, and how much each speaks for an apostrophe. */
export const leadWords = `
abraham -0.1 air 0.3 all 0.2 an 1.1 and -0.5 ardly 0.7 are 1.6 arm 0.2 art 1.1 as 0.7 at -0.4 baron -0.1 beetle -0.3 bloofer -0.4
brool -0.1 ca -0.1 came -0.1 change 2.2 chickenfeed -0.6 claim -0.1 cloops -0.2 cobble -0.3 come -0.4 consequence 1.8 cross 0.3
cuter 0.4 d -0.5 dearest -0.4 dictionary -0.1 do -0.3 doubtless -0.1 eating 0.2 edges 0.5 en 0.7 ere 0.3 focusing -0.1 fore 0.3
harbouring -0.1 harris -0.1 have -0.2 he -0.1 here -0.1 hetman -0.1 hold -0.9 hook -0.1 hore 0.1 i -0.8 idin 0.5 in -0.3
informed -0.1 is 0.9 it -0.6 ittin 0.3 learn -0.5 lection 0.1 lillibullero -0.3 little -0.1 liza 0.3 low -0.8 lucy -0.1 mares -0.2
messieurs -0.1 mina -0.1 modernity -0.1 most -0.1 mrs -0.1 mule -0.1 n 0.1 nation 2.2 natural -0.1 naturally -0.1 new -1.1
newfangled -0.6 night 1.3 no -0.1 od 0.1 oh -0.4 old -0.5 ole 0.1 olesome 0.1 on -0.2 one -0.1 ook 0.1 ounds 0.1 over -0.1 ow -0.4
owl 0.3 owlin 0.2 p -0.1 patient -0.1 patrick -0.1 philosophy -0.1 pon 0.1 poor -0.1 possessed -0.1 pro -0.4 property -0.5
remain -0.3 richardsnary -0.1 robber -0.1 s 0.6 samuel -0.1 satisfaction -0.1 severe -0.1 shoit -0.7 sir -0.1 ssh 0.6
stablished 0.2 stead 0.7 stitch -0.1 stopping -0.3 t 0.7 tall -0.3 the -0.1 ting -0.1 tivity 0.2 to -0.1 top -0.1 traveller -0.1
twaddn 1.6 twer 0.1 un -0.3 unfortunately -0.1 ungrateful -0.1 up -0.5 urtin 0.8 us 0.3 used -0.2 ut 0.2 villas -0.1 vlkoslak -0.1
wampyr -0.2 ware 0.4 we -0.1 wednesday -0.2 well -0.1 whickered -0.1 wropper -0.1 xcepting 0.5 yes -0.4 you -0.1
`;

/** Words before a mark, and how much each speaks for an apostrophe. */
export const trailWords = `
1 -0.3 7 -0.2 _ dash 1.0 _ space -0.9 _ stop 0.2 a 1.8 again -0.5 an 3.2 arskin 0.2 baron -0.1 beetle -0.1 bloomin 0.2 brool -0.1
ca -0.1 chil 0.2 clare -0.1 cloops -0.2 cobble -0.2 come -0.3 comin 0.5 companions -0.1 confidence -0.1 cousin -0.2 crib -1.1
do -0.2 dreams -0.1 durbeyfield -0.1 eye -0.1 feedin 0.1 focusing -0.1 folks 0.2 fortun 0.1 gentlemen -0.1 goin 0.1 good -0.1
graftin 0.1 ha 0.2 hammer -0.7 harbouring -0.1 hetman -0.1 huntin 0.1 i 0.8 ideas -0.2 idin 0.1 interest -0.3 it -0.2 ittin 0.2
john -0.1 kep 0.2 kin -0.1 ladies 0.1 lady -0.4 larder -0.6 lillibullero -0.3 lor 1.2 love -0.1 low -0.6 luck -0.1 makin 0.1
masel 0.1 mellors 0.1 mindin 0.1 modernity -0.1 n 0.1 natur 0.1 now -0.1 o 3.4 off -0.1 on -0.4 own -0.8 parr -0.3 pip -0.2
poisonville -0.7 pokol -0.2 possessed -0.1 remain -0.3 remember -0.1 richardsnary -0.1 s -0.1 scamp -0.1 scratchin 0.1 seein 0.1
sense -0.1 sight -0.5 slep 0.6 smilin 0.1 some -0.2 something -0.3 steak -0.1 steans -0.6 stitch -0.1 storage -0.4 storm -0.3 t 0.6
tea -0.4 terre -0.6 th 1.4 them -0.5 thinkin 0.2 though -0.1 thousands 0.1 ting -0.1 tree -0.2 tripping -0.2 twaddn 1.5
urberville -0.5 us -0.2 usin 0.1 villas -0.1 voices -0.9 vrolok -0.1 waiters 1.2 wardrobe -0.1 we -0.1 whickered -0.1 wi 1.0
will -0.2 woman -0.5 women -0.3 wropper -0.1 yelpin 0.1 yo 0.1
`;
