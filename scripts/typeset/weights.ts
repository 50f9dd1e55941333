/**
 * What was learned from eleven novels proofread by Standard Ebooks (CC0); made by `node bench/typography-learn.mjs`.
 * Weights are in nats: above nought a feature speaks for the reading that features.ts notes it with.
 */

/** The weight, then the name of the feature. */
export const shapes = `
-7.62 double: abandoned
-0.29 double: open D ends
-0.21 double: open D goes on
-0.05 double: open DS goes on outside
-1.48 double: open S ends
-0.12 double: open S meets another
1.69 double: outer D
-1.65 double: outer S
-7.39 double: reopened
-6.13 double: stray
-0.46 lead: Capital after colon
-0.51 lead: Capital after comma
-0.05 lead: Capital after dash
0.05 lead: Capital after nothing
-0.03 lead: Capital after opener
-0.20 lead: Capital after speech
-0.23 lead: Capital after stop
-0.14 lead: Capital after word
-0.72 lead: after colon
-1.14 lead: after comma
-0.46 lead: after dash
0.41 lead: after hyphen
-1.98 lead: after nothing
-0.03 lead: after opener
0.35 lead: after quote
2.02 lead: after quote, nothing
0.20 lead: after quote, stop
0.68 lead: after speech
-0.15 lead: after stop
0.17 lead: after word
-0.65 lead: always
0.47 lead: closer none
-1.05 lead: closer stop
-0.07 lead: closer word
-4.27 lead: dash 
-0.78 lead: dash +
-0.17 lead: double Capital after colon
-0.04 lead: double Capital after comma
-0.58 lead: double Capital after nothing
-0.04 lead: double Capital after speech
-0.13 lead: double Capital after stop
-0.26 lead: double Capital after word
-0.17 lead: double after colon
-0.48 lead: double after comma
-0.15 lead: double after dash
0.05 lead: double after hyphen
0.06 lead: double after nothing
-0.63 lead: double after quote, nothing
0.11 lead: double after quote, stop
-0.04 lead: double after speech
-0.17 lead: double after stop
-0.12 lead: double after word
0.77 lead: double closer none
-1.88 lead: double closer stop
-0.44 lead: double closer word
-0.35 lead: double known elsewhere small
-0.40 lead: double known nowhere Capital
1.14 lead: double known nowhere small
-0.55 lead: double known often Capital
-0.32 lead: double known often small
-0.27 lead: double known seldom Capital
-0.18 lead: double known seldom small
-0.44 lead: double small after comma
-0.15 lead: double small after dash
0.05 lead: double small after hyphen
0.08 lead: double small after stop
0.14 lead: double small after word
-0.34 lead: known elsewhere Capital
0.43 lead: known elsewhere small
0.14 lead: known elsewhere, closer none
-0.24 lead: known elsewhere, closer stop
0.18 lead: known elsewhere, closer word
0.35 lead: known elsewhere, restored h
0.28 lead: known elsewhere, restored letter
-1.34 lead: known elsewhere, restored none
0.80 lead: known elsewhere, restored syllable
-0.16 lead: known nowhere Capital
1.70 lead: known nowhere small
1.06 lead: known nowhere, closer none
-0.69 lead: known nowhere, closer stop
1.17 lead: known nowhere, closer word
1.93 lead: known nowhere, restored h
1.50 lead: known nowhere, restored letter
-1.89 lead: known nowhere, restored none
-0.79 lead: known often Capital
-0.40 lead: known often small
-0.60 lead: known often, closer none
-0.42 lead: known often, closer stop
-0.17 lead: known often, closer word
0.48 lead: known often, restored h
0.55 lead: known often, restored letter
-2.49 lead: known often, restored none
0.27 lead: known often, restored syllable
-0.25 lead: known seldom Capital
-0.22 lead: known seldom small
-0.12 lead: known seldom, closer none
0.32 lead: known seldom, closer stop
-0.67 lead: known seldom, closer word
0.37 lead: known seldom, restored h
0.50 lead: known seldom, restored letter
-1.06 lead: known seldom, restored none
-0.29 lead: known seldom, restored syllable
-0.27 lead: length 1
-0.16 lead: length 2
0.13 lead: length 3
0.25 lead: length 4
-0.53 lead: list doubtful Capital
-0.59 lead: list doubtful Capital, closer none
-0.08 lead: list doubtful Capital, closer stop
0.13 lead: list doubtful Capital, closer word
0.71 lead: list doubtful small
0.34 lead: list doubtful small, closer none
-0.42 lead: list doubtful small, closer stop
0.80 lead: list doubtful small, closer word
5.17 lead: list sure Capital
0.12 lead: list sure Capital, closer stop
0.04 lead: list sure Capital, closer word
5.14 lead: list sure small
0.04 lead: list sure small, closer none
0.07 lead: list sure small, closer word
-1.50 lead: list unknown Capital
-0.84 lead: list unknown Capital, closer none
-0.67 lead: list unknown Capital, closer stop
-1.00 lead: list unknown Capital, closer word
-1.63 lead: list unknown small
0.35 lead: list unknown small, closer none
-1.27 lead: list unknown small, closer stop
-1.72 lead: list unknown small, closer word
-0.18 lead: list usual Capital
-0.19 lead: list usual Capital, closer stop
1.78 lead: list usual small
0.16 lead: list usual small, closer none
0.45 lead: list usual small, closer stop
1.18 lead: list usual small, closer word
-1.07 lead: long then mark, list doubtful
-0.70 lead: long then mark, list unknown
-0.36 lead: marked 0
0.40 lead: marked 0, known elsewhere
0.96 lead: marked 0, known nowhere
-1.62 lead: marked 0, known often
-0.10 lead: marked 0, known seldom
-0.70 lead: marked 1
-0.54 lead: marked 1, known elsewhere
0.84 lead: marked 1, known nowhere
-0.54 lead: marked 1, known often
-0.47 lead: marked 1, known seldom
0.15 lead: marked 2
-0.12 lead: marked 2, known elsewhere
1.22 lead: marked 2, known nowhere
0.37 lead: marked 2, known often
0.18 lead: marked 2, known seldom
1.09 lead: marked often
0.04 lead: marked often, known elsewhere
3.25 lead: marked often, known nowhere
0.44 lead: marked often, known often
-0.14 lead: marked often, known seldom
-0.22 lead: marked some
0.31 lead: marked some, known elsewhere
1.75 lead: marked some, known nowhere
0.16 lead: marked some, known often
0.05 lead: marked some, known seldom
-4.61 lead: number
-0.05 lead: one letter a then dash
0.63 lead: one letter a then mark
-0.56 lead: one letter a then space
-0.39 lead: one letter d then inner mark
0.12 lead: one letter e then inner mark
-0.05 lead: one letter e then stop
-0.47 lead: one letter i then inner mark
-0.78 lead: one letter i then space
-0.03 lead: one letter j then stop
-0.05 lead: one letter l then stop
-0.03 lead: one letter m then stop
0.20 lead: one letter n then stop
-0.04 lead: one letter o then space
-0.12 lead: one letter o then stop
-0.04 lead: one letter p then stop
-0.03 lead: one letter s then dash
0.78 lead: one letter s then space
0.07 lead: one letter s then stop
0.56 lead: one letter t then space
0.09 lead: one letter t then stop
-0.29 lead: single Capital after colon
-0.47 lead: single Capital after comma
-0.05 lead: single Capital after dash
0.62 lead: single Capital after nothing
-0.16 lead: single Capital after speech
-0.09 lead: single Capital after stop
0.12 lead: single Capital after word
-0.55 lead: single after colon
-0.66 lead: single after comma
-0.31 lead: single after dash
0.36 lead: single after hyphen
-2.04 lead: single after nothing
0.34 lead: single after quote
2.65 lead: single after quote, nothing
0.09 lead: single after quote, stop
0.72 lead: single after speech
0.29 lead: single after word
-0.30 lead: single closer none
0.83 lead: single closer stop
0.37 lead: single closer word
-0.33 lead: single known elsewhere Capital
0.78 lead: single known elsewhere small
0.23 lead: single known nowhere Capital
0.56 lead: single known nowhere small
-0.24 lead: single known often Capital
-0.08 lead: single known often small
-0.05 lead: single known seldom small
-0.27 lead: single small after colon
-0.19 lead: single small after comma
-0.26 lead: single small after dash
0.36 lead: single small after hyphen
0.32 lead: single small after quote
0.88 lead: single small after speech
0.20 lead: single small after stop
0.17 lead: single small after word
-0.27 lead: small after colon
-0.63 lead: small after comma
-0.41 lead: small after dash
0.41 lead: small after hyphen
0.32 lead: small after quote
0.88 lead: small after speech
0.27 lead: small after stop
0.31 lead: small after word
0.35 lead: then dash
-0.06 lead: then inner mark
-1.15 lead: then mark
-0.52 lead: then space
1.34 lead: then stop
4.00 lead: year
-9.46 mid
-6.01 single: abandoned
-6.11 single: open S ends
-5.00 single: open S goes on
-0.09 single: open SD ends
-1.21 single: open SD goes on outside
-0.09 single: open SDS ends
-0.06 single: open SDS goes on outside
-1.57 single: outer D
3.58 single: outer S
-8.11 single: reopened
-2.01 single: resumed
-6.64 single: stray
1.15 trail: always
-0.21 trail: elsewhere, ends in -
-0.07 trail: elsewhere, ends in s
-0.75 trail: ends in -
2.15 trail: ends in in
-0.24 trail: ends in s
0.61 trail: here, ends in -
1.60 trail: here, ends in in
0.09 trail: here, ends in s
-1.16 trail: nowhere, ends in -
0.55 trail: nowhere, ends in in
-0.26 trail: nowhere, ends in s
-1.14 trail: then Capital
0.76 trail: then dash
1.08 trail: then opener
-0.86 trail: then quote
-0.78 trail: then small
-0.22 trail: then stop
`;

/** Words after a mark, and how much each speaks for an apostrophe. */
export const leadWords = `
ah -0.1 air 0.5 albemarle -0.1 all -0.1 an 1.4 and -0.9 ardly 0.8 are 1.5 arm 0.4 art 1.7 as 1.2 associates -0.1 at -0.4 ay -0.1
baron -0.1 beetle -0.2 bloofer -0.5 brool -0.1 ca -0.1 came -0.1 change 2.3 chickenfeed -0.7 claim -0.1 claiming -0.1 cloop -0.1
cloops -0.2 cobble -0.4 come -0.6 consequence 2.3 cross 0.1 cuter 0.5 d -0.4 dearest -0.2 dictionary -0.1 do -0.8 doubtless -0.2
e 0.1 eating 0.3 edges 0.5 en 0.7 er 0.3 ere 0.2 focusing -0.1 fore 0.3 four -0.1 harbouring -0.1 have -0.1 he -0.2 hello -0.1
here -0.2 hetman -0.1 hold -1.1 hook -0.2 hooray -0.1 hore 0.1 i -1.3 idin 0.4 impletata -0.1 in -0.5 informed -0.2 is 0.8 it -1.0
ittin 0.2 keelwell -0.1 learn -0.5 lection 0.1 lillibullero -0.2 little -0.1 liza 0.7 low -0.6 lucy -0.1 mamaliga -0.1 mares -0.2
messieurs -0.1 mina -0.1 mind -0.1 miss -0.1 modernity -0.1 most -0.1 mrs -0.1 mule -0.1 n 0.2 nation 2.7 natural -0.3
naturally -0.3 new -0.7 newfangled -0.8 night 2.0 no -0.1 o -0.2 obstinate -0.1 oceans -0.1 od 0.2 oh -0.2 old -0.9 olesome 0.1
on -0.2 ook 0.1 ours -0.2 over -0.1 ow -0.8 owl 0.2 owlin 0.2 patient -0.1 pip -0.1 pon 0.2 poor -0.2 possessed -0.1 pro -0.3
property -0.2 remain -0.5 richardsnary -0.1 s 0.8 sacred -0.1 satisfaction -0.2 seat -0.1 servants -0.1 severe -0.1 shit -0.1
shoit -0.6 sir -0.1 ssh 0.4 stablished 0.1 stead 0.8 stitch -0.1 stopping -0.3 t 0.6 tall -0.3 teach -0.1 tha -0.1 the -0.3
they -0.1 ting -0.1 tis 0.2 tivity 0.1 to -0.1 top -0.1 traveller -0.3 twaddn 1.7 twas 0.1 twer 0.1 un -0.1 ungrateful -0.1 up -0.5
urtin 0.9 us 0.5 used -0.1 ut 0.3 villas -0.1 vlkoslak -0.1 wampyr -0.2 ware 0.7 we -0.3 wednesday -0.2 well -0.4 whickered -0.1
wropper -0.1 wynds -0.1 xcepting 0.6 yeah -0.1 yes -0.7 you -0.1
`;

/** Words before a mark, and how much each speaks for an apostrophe. */
export const trailWords = `
1 -0.4 7 -0.2 _ dash 0.8 _ space -1.7 _ stop -0.2 a 1.9 again -0.4 alfred -0.2 an 3.6 angels 0.1 arskin 0.1 b 0.1 baron -0.1
beetle -0.1 bloomin 0.1 body -0.1 breeches -0.1 brool -0.1 calumnies -0.1 chil 0.5 clare -0.1 clim 0.1 cloops -0.2 cobble -0.1
come -0.4 comin 0.6 confidence -0.1 corruption -0.1 cousin -0.2 crib -0.9 dam 0.1 days 0.1 do -0.1 don 0.1 dreams -0.2 dukes 0.1
durbeyfield -0.6 elephants 0.1 em -0.1 eye -0.1 feedin 0.1 focusing -0.1 folks 0.2 fortun 0.2 gangway -0.2 gentlemen -0.1 gents 0.1
gettin 0.1 giv 0.2 goin 0.2 good -0.1 gross 0.1 ha 0.6 hammer -0.8 harbouring -0.1 he -0.1 hetman -0.1 i 1.2 ideas -0.2 idin 0.1
interest -0.6 it -0.3 ittin 0.4 john -0.1 kep 0.2 kin -0.1 kings 0.1 ladies 0.1 lady -0.4 larder -0.6 lies -0.1 lillibullero -0.1
lor 1.6 love -0.2 low -0.5 luck -0.1 makin 0.1 marmalade -0.1 masel 0.2 mellors 0.3 mindin 0.2 minutes 0.1 modernity -0.1 n 0.1
natur 0.3 now -0.1 o 3.7 off -0.1 on -0.3 ours -0.2 owlin 0.1 own -1.1 parr -0.6 pip -0.1 poisonville -0.6 pokol -0.1
possessed -0.1 poun 0.1 reeds 0.1 remain -0.3 remember -0.3 richardsnary -0.1 roberts 0.1 s -0.3 scamp -1.2 scratchin 0.1
sense -0.2 servants 0.1 sight -0.6 skiffins -0.1 slep 0.7 smilin 0.1 some -0.2 something -0.1 steans -0.8 stitch -0.1 storage -0.4
storm -0.3 t 0.7 tea -0.3 tearin 0.1 terre -1.6 th 1.5 thee -0.1 them -0.5 thinkin 0.2 thomas 0.1 though -0.1 thousands 0.4
ting -0.1 told -0.1 top -0.1 tree -0.3 tripping -0.2 twaddn 1.7 urberville -1.0 us -0.3 usin 0.1 villas -0.1 voices -0.8
vrolok -0.1 waiters 1.1 wardrobe -0.2 we -0.1 weeks 0.1 wenches 0.1 whickered -0.1 wi 1.4 wilhelmina -0.1 will -0.2 woman -0.3
women -0.2 wouldn 0.1 wropper -0.1 years 0.1 yelpin 0.1 yo 0.3
`;
