// A document's characters are what they are, also where the form engine fills it; only sheets are cleaned.
#include <catch2/catch.hpp>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/session/session.h"
#include "shared/checklist/sheets/import_sheets.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {

Instant fixedNow() {
    return *parseInstant("2026-11-22T08:00:00.000+08:00");
}

std::string marks(const std::string& more) {
    return R"j({"format":1,"id":"marks","version":"1","kind":"supervision","languages":["zh"],"title":"标识",
"grades":[{"id":"done","tone":"pass","label":"完成"}],"sections":[{"id":"s","title":"标识","items":[
{"id":"1","points":10,"text":"包装上的字样","rule":{"kind":"within","of":"ok","min":1},"questions":[
 {"id":"mark","type":"text","label":"抄录字样"},
 {"id":"ok","type":"calculate","label":"相符","calculation":"if(${mark} = '“绿色食品”', 1, 0)"}]})j" +
           more + "]}]}";
}

const char* const kRepeat = R"j(,{"id":"2","advisory":true,"text":"棚","rule":"record","questions":[
 {"id":"r","type":"repeat","label":"棚","questions":[
  {"id":"x","type":"text","label":"名","required":false,"default":"“一号”棚"}]}]})j";

}  // namespace

TEST_CASE("typographic quotation marks of a constant stay, with a repeat and without") {
    for (const std::string more : {"", kRepeat}) {
        const auto checklist = loadChecklist(marks(more));
        REQUIRE(checklist);
        Session session(*checklist, fixedNow);
        REQUIRE(session.setAnswer("mark", "“绿色食品”"));
        CHECK(session.score().points == static_cast<Points>(10'000));
        REQUIRE(session.setAnswer("mark", "\"绿色食品\""));
        CHECK(session.score().points == static_cast<Points>(0));
    }
}

TEST_CASE("typographic quotation marks of a default stay") {
    const auto checklist = loadChecklist(marks(kRepeat));
    REQUIRE(checklist);
    const Session session(*checklist, fixedNow);
    CHECK(session.question("r[1]/x").value == "“一号”棚");
}
