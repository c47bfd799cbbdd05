// A checklist that asks for all that forms can: repeats in repeats, a counted one, defaults, triggers, filters, groups,
// conditions on facts and on starting.
#pragma once

#include <string_view>

namespace plumb::fuzz {

inline constexpr std::string_view kCopiesForm =
    R"j({"id":"f","version":"1","kind":"test","languages":["zh","en"],"title":"F","scoring":{"full":100,"na":"renormalise"},
"facts":[{"id":"high","type":"number","label":"F"}],"grades":[{"id":"g","label":"G","tone":"pass"}],
"choices":{"yes":[{"name":"pass","label":"P","verdict":"pass"},{"name":"fail","label":"F","verdict":"fail"}]},
"sections":[{"id":"s","title":"S","items":[
{"id":"0","text":"T","precondition":"start","questions":[{"id":"go","type":"select_one","choices":"yes","label":"G","default":"pass"}]},
{"id":"1","text":"T","points":10,"rule":{"kind":"ratio","of":"total","target":50},"questions":[
 {"id":"farms","type":"repeat","label":"F","questions":[
  {"id":"kind","type":"select_one","label":"K ${name}","choices":[{"name":"a","label":"A"},{"name":"b","label":"B"}]},
  {"id":"name","type":"text","label":"N","required":"${kind} = 'b'"},
  {"id":"crop","type":"select_multiple","label":"C","choice_filter":"of = ${kind}","required":false,"choices":[{"name":"x","label":"X","columns":{"of":"a"}},{"name":"y","label":"Y","columns":{"of":"a"}},{"name":"z","label":"Z","columns":{"of":"b"}}]},
  {"id":"plots","type":"repeat","label":"P","relevant":"${kind} = 'a'","questions":[
   {"id":"area","type":"decimal","label":"A","constraint":". <= 15"},
   {"id":"per","type":"decimal","label":"Y","default":"2","required":false},
   {"id":"trees","type":"repeat","label":"T","questions":[{"id":"tree","type":"integer","label":"T","default":"${area} + 1","required":false}]},
   {"id":"yield","type":"calculate","label":"Y","calculation":"${area} * ${per} + sum(${tree})"}]},
  {"id":"stamp","type":"calculate","label":"S","trigger":"${kind}","calculation":"concat(${kind}, count(${plots}))"},
  {"id":"sum","type":"calculate","label":"S","calculation":"sum(${yield})"}]},
 {"id":"total","type":"calculate","label":"T","calculation":"sum(${sum})"}]},
{"id":"2","text":"T","points":5,"applies":{"high":{"min":3000}},"rule":{"kind":"within","of":{"mean":["ph"]},"min":6,"max":8},"questions":[
 {"id":"n","type":"integer","label":"N","required":false},
 {"id":"samples","type":"repeat","label":"S","repeat_count":"${n}","questions":[{"id":"ph","type":"decimal","label":"P","limits":{"min":5,"max":9}}]}]},
{"id":"3","text":"T","points":5,"relevant":"count(${farms}) > 1","questions":[{"id":"c","type":"select_one","choices":"yes","label":"C"},
 {"id":"soil","type":"group","label":"S","relevant":"${c} = 'fail'","questions":[{"id":"why","type":"text","label":"W"}]}]},
{"id":"4","text":"T","points":5,"rule":"limits","questions":[{"id":"pots","type":"repeat","label":"P","questions":[{"id":"wet","type":"integer","label":"W","limits":{"min":30}},{"id":"day","type":"date","label":"D","required":false}]}]}]}]})j";

}  // namespace plumb::fuzz
