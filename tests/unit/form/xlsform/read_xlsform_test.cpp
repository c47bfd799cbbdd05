#include <algorithm>
#include <catch2/catch.hpp>

#include "shared/form/fill/filling.h"
#include "shared/form/xform/attached_instance.h"
#include "shared/form/xlsform/read_xlsform.h"
#include "tests/unit/form/read_helpers.h"

using namespace plumb;
using namespace plumb::form;

namespace {

using Cells = std::vector<std::vector<std::string>>;

Workbook book(Cells survey, Cells choices = {}, Cells settings = {}) {
    Workbook all;
    all.sheets.push_back({"survey", false, std::move(survey)});
    if (!choices.empty()) all.sheets.push_back({"choices", false, std::move(choices)});
    if (!settings.empty()) all.sheets.push_back({"settings", false, std::move(settings)});
    return all;
}

std::shared_ptr<const Definition> good(const Workbook& workbook, const AttachedFiles& files = {},
                                       XlsformExtra* extra = nullptr) {
    auto read = readXlsform(workbook, files, extra);
    INFO(allOf(read.problems));
    REQUIRE(read.definition);
    return read.definition;
}

std::string problemsOf(const Workbook& workbook) {
    const auto read = readXlsform(workbook);
    CHECK_FALSE(read.definition);
    return allOf(read.problems);
}

std::string source(const Definition& form, const std::string& path, FormulaId NodeDef::*member) {
    return plumb::form::source(form, node(form, path).*member);
}

const Cells kYesNo{{"list_name", "name", "label"}, {"yn", "yes", "Yes"}, {"yn", "no", "No"}};

}  // namespace

TEST_CASE("a form that another program wrote, in two languages, with choices, a repeat and our columns") {
    std::string bytes;
    REQUIRE(readWhole(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/form/fixtures/openpyxl_zones.xlsx", 1 << 20, bytes));
    const auto workbook = readWorkbook(bytes);
    REQUIRE(workbook);
    XlsformExtra extra;
    const auto form = good(*workbook, {}, &extra);
    CHECK(form->title == "Zones");
    CHECK(form->id == "zones");
    CHECK(form->version == "2026112201");
    CHECK(form->languages == std::vector<std::string>{"English (en)", "中文 (zh)"});
    CHECK(form->defaultLanguage == "中文 (zh)");
    CHECK(node(*form, "/data/start").preload == "timestamp");
    CHECK(source(*form, "/data/zone", &NodeDef::required) == "true()");
    CHECK(words(*form, control(*form, "/data/zone").label, "中文 (zh)") == "示范区名称");
    CHECK(words(*form, control(*form, "/data/zone").hint) == "As on the certificate");
    CHECK(words(*form, control(*form, "/data/county").label, "English (en)") == "County of {/data/province}");
    const auto& set = control(*form, "/data/county").itemset;
    REQUIRE(set);
    CHECK(plumb::form::source(*form, set->nodes) == "instance('county')/root/item[province= /data/province]");
    CHECK(set->labelIsItext);
    CHECK(words(*form, form->itext.at("county-1"), "中文 (zh)") == "大通");
    CHECK(control(*form, "/data/province").choices[0].value == "62");
    CHECK(node(*form, "/data/plot").kind == NodeKind::repeat);
    CHECK(source(*form, "/data/plot/double", &NodeDef::calculate) == "../area  * 2");
    CHECK(source(*form, "/data/total", &NodeDef::calculate) == "sum( /data/plot/area )");
    CHECK(words(*form, node(*form, "/data/plot/area").constraintMessage) == "must be more than 0");
    CHECK(source(*form, "/data/n", &NodeDef::readOnly) == "true()");
    CHECK(node(*form, "/data/meta/instanceID").preload == "uid");
    CHECK(node(*form, "/data/@version").initial == "2026112201");
    CHECK(extra.survey.at(5).at("points") == "5");
    CHECK(extra.survey.at(5).at("finding::中文 (zh)") == "未填");
    CHECK(extra.survey.at(7).at("points") == "2.5");
    CHECK(extra.rowOf.at(form->find("/data/county")) == 5);
    CHECK(extra.nodeOf.at(7) == form->find("/data/plot/area"));
}

TEST_CASE("every type is asked and kept as it should be") {
    struct Case {
        const char* type;
        bool asked;
        ControlKind control;
        DataType data;
        const char* media;
    };
    using enum ControlKind;
    const Case cases[] = {
        {"text", true, input, DataType::string, ""},
        {"string", true, input, DataType::string, ""},
        {"integer", true, input, DataType::integer, ""},
        {"int", true, input, DataType::integer, ""},
        {"decimal", true, input, DataType::decimal, ""},
        {"percentage", true, input, DataType::integer, ""},
        {"range", true, ControlKind::range, DataType::integer, ""},
        {"note", true, input, DataType::string, ""},
        {"date", true, input, DataType::date, ""},
        {"Time", true, input, DataType::time, ""},
        {"dateTime", true, input, DataType::dateTime, ""},
        {"geopoint", true, input, DataType::geopoint, ""},
        {"geotrace", true, input, DataType::geotrace, ""},
        {"geoshape", true, input, DataType::geoshape, ""},
        {"image", true, upload, DataType::binary, "image/*"},
        {"photo", true, upload, DataType::binary, "image/*"},
        {"add image prompt", true, upload, DataType::binary, "image/*"},
        {"audio", true, upload, DataType::binary, "audio/*"},
        {"video", true, upload, DataType::binary, "video/*"},
        {"file", true, upload, DataType::binary, "application/*"},
        {"barcode", true, input, DataType::barcode, ""},
        {"acknowledge", true, trigger, DataType::string, ""},
        {"trigger", true, trigger, DataType::string, ""},
        {"hidden", false, input, DataType::string, ""},
        {"start", false, input, DataType::dateTime, ""},
        {"end", false, input, DataType::dateTime, ""},
        {"today", false, input, DataType::date, ""},
        {"deviceid", false, input, DataType::string, ""},
        {"phonenumber", false, input, DataType::string, ""},
        {"username", false, input, DataType::string, ""},
        {"email", false, input, DataType::string, ""},
        {"start-geopoint", false, input, DataType::geopoint, ""},
        {"select_one yn", true, selectOne, DataType::choice, ""},
        {"Select one yn", true, selectOne, DataType::choice, ""},
        {"select one from yn", true, selectOne, DataType::choice, ""},
        {"select1 yn", true, selectOne, DataType::choice, ""},
        {"select_multiple yn", true, selectMultiple, DataType::choices, ""},
        {"select all that apply from yn", true, selectMultiple, DataType::choices, ""},
        {"rank yn", true, rank, DataType::choices, ""},
    };
    for (const Case& one : cases) {
        INFO(one.type);
        const auto form = good(book({{"type", "name", "label"}, {one.type, "q", "Q"}}, kYesNo));
        CHECK(node(*form, "/data/q").type == one.data);
        CHECK(form->controls.size() == (one.asked ? 1 : 0));
        if (!one.asked) continue;
        CHECK(control(*form, "/data/q").kind == one.control);
        CHECK(control(*form, "/data/q").mediaType == one.media);
        CHECK(words(*form, control(*form, "/data/q").label) == "Q");
    }
}

TEST_CASE("sheets, columns and cells may be spelled as XLSForm has always known them") {
    Workbook all;
    all.sheets.push_back({" Survey ",
                          false,
                          {{"Command", "Tag", "Caption", "Relevance", "Read only", "Constraint message", "label:French",
                            "media::image::French"},
                           {"text", "p"},
                           {" text ", "q", "\xC2\xA0It\xE2\x80\x99s", "${p} = \xE2\x80\x98x\xE2\x80\x99", "Yes", "no",
                            "C'est", "a.png"}}});
    all.sheets.push_back({"SETTINGS", false, {{"title", "id_string"}, {"T", "i"}}});
    const auto form = good(all);
    CHECK(form->title == "T");
    CHECK(form->id == "i");
    CHECK(source(*form, "/data/q", &NodeDef::relevant) == "/data/p  = 'x'");
    CHECK(source(*form, "/data/q", &NodeDef::readOnly) == "true()");
    CHECK(words(*form, node(*form, "/data/q").constraintMessage) == "no");
    CHECK(form->languages == std::vector<std::string>{"default", "French"});
    const TextId label = control(*form, "/data/q").label;
    CHECK(words(*form, label, "default") == "It’s");
    CHECK(words(*form, label, "French") == "C'est");
    CHECK(words(*form, label, "French", "image") == "jr://images/a.png");
}

TEST_CASE("references are relative inside the same repeat and absolute elsewhere") {
    const auto form =
        good(book({{"type", "name", "label", "relevant", "calculation", "choice_filter", "repeat_count"},
                   {"integer", "n", "N"},
                   {"begin repeat", "r", "R", "", "", "", "${n}"},
                   {"begin group", "g", "G"},
                   {"integer", "a", "A", "${b} > ${n}"},
                   {"end group"},
                   {"integer", "b", "B of ${a}"},
                   {"begin repeat", "s", "S"},
                   {"select_one yn", "c", "C", "", "", "name = ${b} or name = ${n}"},
                   {"calculate", "d", "", "", "count(${s}) + sum(${c}) + indexed-repeat(${b}, ${r}, ${b})"},
                   {"calculate", "e", "", "", "count(/data/r[a = ${b}])"},
                   {"end repeat"},
                   {"end repeat"},
                   {"calculate", "t", "", "", "sum(${c}) + '${n}'"}},
                  kYesNo));
    CHECK(plumb::form::source(*form, node(*form, "/data/r").count) == "/data/n");
    CHECK_FALSE(node(*form, "/data/r").mayAddRemove);
    CHECK(source(*form, "/data/r/g/a", &NodeDef::relevant) == "../../b  >  /data/n");
    CHECK(words(*form, control(*form, "/data/r/b").label) == "B of {../g/a}");
    CHECK(plumb::form::source(*form, control(*form, "/data/r/s/c").itemset->nodes) ==
          "instance('yn')/root/item[name =  current()/../../b  or name =  /data/n]");
    CHECK(source(*form, "/data/r/s/d", &NodeDef::calculate) ==
          "count( ../../s ) + sum( ../c ) + indexed-repeat( /data/r/b ,  /data/r ,  ../../b )");
    CHECK(source(*form, "/data/r/s/e", &NodeDef::calculate) == "count(/data/r[a =  current()/../../b ])");
    CHECK(source(*form, "/data/t", &NodeDef::calculate) == "sum( /data/r/s/c ) + '/data/n'");
}

TEST_CASE("defaults are answers, or computed when a form or a repeat begins") {
    const auto form = good(book({{"type", "name", "label", "default"},
                                 {"integer", "a", "A", "-5"},
                                 {"text", "b", "B", "not-known"},
                                 {"date", "c", "C", "2026-11-22"},
                                 {"date", "d", "D", "today()"},
                                 {"image", "e", "E", "a.png"},
                                 {"begin repeat", "r", "R"},
                                 {"integer", "f", "F", "${a} + 1"},
                                 {"end repeat"}}));
    CHECK(node(*form, "/data/a").initial == "-5");
    CHECK(node(*form, "/data/b").initial == "not-known");
    CHECK(node(*form, "/data/c").initial == "2026-11-22");
    CHECK(node(*form, "/data/d").initial.empty());
    CHECK(node(*form, "/data/e").initial == "jr://images/a.png");
    REQUIRE(form->actions.size() == 2);
    CHECK(plumb::form::source(*form, form->actions[0].value) == "today()");
    CHECK(form->actions[0].events == std::vector<std::string>{"odk-instance-first-load"});
    CHECK(form->actions[1].events == std::vector<std::string>{"odk-instance-first-load", "odk-new-repeat"});
    CHECK(form->actions[1].repeat == form->find("/data/r"));
}

TEST_CASE("a trigger computes when another answer changes, and not otherwise") {
    const auto form = good(book({{"type", "name", "label", "trigger", "calculation"},
                                 {"text", "a", "A"},
                                 {"text", "b", "B"},
                                 {"dateTime", "when", "When", "${a}, ${b}", "now()"},
                                 {"background-geopoint", "where", "", "${a}"}}));
    CHECK(node(*form, "/data/when").calculate == kNone);
    REQUIRE(form->actions.size() == 3);
    CHECK(form->actions[0].source == form->find("/data/a"));
    CHECK(form->actions[1].source == form->find("/data/b"));
    CHECK(form->actions[1].target == form->find("/data/when"));
    CHECK(plumb::form::source(*form, form->actions[1].value) == "now()");
    CHECK(form->actions[2].kind == Action::Kind::setGeopoint);
}

TEST_CASE("or_other adds a choice and a question for it") {
    const auto form = good(book({{"type", "name", "label"}, {"select_one yn or_other", "q", "Q"}}, kYesNo));
    REQUIRE(control(*form, "/data/q").choices.size() == 3);
    CHECK(control(*form, "/data/q").choices[2].value == "other");
    CHECK(source(*form, "/data/q_other", &NodeDef::relevant) == "selected(../q, 'other')");
    CHECK(words(*form, control(*form, "/data/q_other").label) == "Specify other.");
}

TEST_CASE("choices come from files, from another sheet, from a repeat, shuffled") {
    const Folder folder;
    const AttachedFiles files{{"towns.csv", folder.write("towns.csv", "code,town,county\n1,Jinta,6\n")}};
    Workbook all =
        book({{"type", "name", "label", "choice_filter", "parameters"},
              {"text", "county", "C"},
              {"select_one_from_file towns.csv", "town", "T", "county = ${county}", "value=code label = town"},
              {"select_one_external streets", "street", "S", "town=${town}"},
              {"begin repeat", "p", "P"},
              {"text", "who", "W"},
              {"end repeat"},
              {"select_one ${who}", "head", "H"},
              {"select_one yn", "mixed", "M", "", "randomize=true seed=${county}"}},
             kYesNo);
    all.sheets.push_back(
        {"external_choices", false, {{"list_name", "name", "label", "town"}, {"streets", "s1", "Main", "1"}}});
    const auto form = good(all, files);
    const auto& town = control(*form, "/data/town").itemset;
    REQUIRE(town);
    CHECK(plumb::form::source(*form, town->nodes) == "instance('towns')/root/item[county =  /data/county]");
    CHECK(town->value == "code");
    CHECK(town->label == "town");
    CHECK(form->instance("towns")->path == files.at("towns.csv"));
    CHECK(plumb::form::source(*form, control(*form, "/data/street").itemset->nodes) ==
          "instance('streets')/root/item[town= /data/town]");
    CHECK(plumb::form::source(*form, control(*form, "/data/head").itemset->nodes) == "/data/p[./who != '']");
    CHECK(control(*form, "/data/head").itemset->label == "who");
    CHECK(control(*form, "/data/mixed").itemset->randomize);
    CHECK(plumb::form::source(*form, control(*form, "/data/mixed").itemset->seed) == "/data/county");
}

TEST_CASE("pulldata of a sheet finds its attached file") {
    const Folder folder;
    const AttachedFiles files{{"areas.csv", folder.write("areas.csv", "village,area\ndongwan,42\nxiwan,12.5\n")}};
    const auto form = good(book({{"type", "name", "label", "calculation"},
                                 {"text", "village", "V"},
                                 {"calculate", "area", "", "pulldata('areas', 'area', 'village', ${village})"},
                                 {"calculate", "same", "", "pulldata(\"areas.csv\", 'area', 'village', ${village})"}}),
                           files);
    REQUIRE(form->instance("areas"));
    CHECK(form->instance("areas")->path == files.at("areas.csv"));
    FillingOptions options;
    options.clock = [] { return *parseInstant("2026-11-22T08:15:30.123+08:00"); };
    Filling filling(form, std::move(options));
    REQUIRE(filling.set(filling.find("/data/village"), "xiwan"));
    CHECK(filling.tree()[filling.find("/data/area")].text == "12.5");
    CHECK(filling.tree()[filling.find("/data/same")].text == "12.5");
    CHECK(filling.troubles().empty());
}

TEST_CASE("a range, parameters, and columns for attributes") {
    const auto form = good(
        book({{"type", "name", "label", "parameters", "body::accuracyThreshold", "instance::x", "bind::odk:length"},
              {"range", "a", "A", "start=0; end=1, step = 0.25 odk:ticks=2"},
              {"range", "b", "B"},
              {"image", "c", "C", "max-pixels=640", "", "1", "9"},
              {"geopoint", "d", "D", "", "2.5"}}));
    CHECK(control(*form, "/data/a").rangeStep == "0.25");
    CHECK(node(*form, "/data/a").type == DataType::decimal);
    CHECK(control(*form, "/data/b").rangeEnd == "10");
    CHECK(control(*form, "/data/c").parameters.at("max-pixels") == "640");
    CHECK(node(*form, "/data/c/@x").initial == "1");
    CHECK(node(*form, "/data/c").otherAttributes.at("odk:length") == "9");
    CHECK(control(*form, "/data/d").parameters.at("accuracyThreshold") == "2.5");
}

TEST_CASE("settings: the top's name, instance name, namespaces; what is ours is handed out") {
    XlsformExtra extra;
    const auto form = good(book({{"type", "name", "label"}, {"text", "q", "Q"}}, {},
                                {{"form_id", "name", "instance_name", "namespaces", "grade A", "style"},
                                 {"f", "zone", "concat(${q}, '!')", "esri=\"http://esri.com/xforms\"", "90", "pages"}}),
                           {}, &extra);
    CHECK(form->path(0) == "/zone");
    CHECK(source(*form, "/zone/meta/instanceName", &NodeDef::calculate) == "concat( /zone/q , '!')");
    CHECK(form->namespaces.at("esri") == "http://esri.com/xforms");
    CHECK(extra.settings.at("grade_a") == "90");
    CHECK(form->settings.at("style") == "pages");
}

TEST_CASE("wrong sheets: every problem at once, each with sheet, row, column, text and a suggestion") {
    const std::string all =
        problemsOf(book({{"type", "name", "label", "Relevance", "calculation", "parameters"},
                         {"integr", "a", "A"},
                         {"text", "my name", "B"},
                         {"text", "age", "C", "${agee} > 5"},
                         {"text", "age", "D"},
                         {"select_one ynn", "e", "E"},
                         {"select_one", "f", "F"},
                         {"begin group", "g", "G"},
                         {"calculate", "h", ""},
                         {"end repeat"},
                         {"end group"},
                         {"text", "", "I"},
                         {"", "j", "J"},
                         {"range", "k", "K", "", "", "start=x"},
                         {"begin repeat", "l", "L"}},
                        {{"list name", "name", "label"}, {"yn", "y", "Y"}, {"yn", "y", "Y"}, {"", "z", "Z"}}));
    INFO(all);
    CHECK(says(all, "survey, row 2, column type (A2): there is no type 'integr'; did you mean 'integer'?"));
    CHECK(says(all, "survey, row 3, column name (B3): 'my name' cannot be a name"));
    CHECK(says(all, "write 'my_name'"));
    CHECK(says(
        all,
        "survey, row 4, column Relevance (D4): '${agee} > 5': there is no question named 'agee'; did you mean 'age'?"));
    CHECK(says(all, "survey, row 5, column name (B5): 'age' is the name of row 4 too"));
    CHECK(says(all, "survey, row 6, column type (A6): the sheet choices has no list 'ynn'; did you mean 'yn'?"));
    CHECK(says(all, "survey, row 7, column type (A7): 'select_one' names no list"));
    CHECK(says(all, "survey, row 9, column calculation (E9): 'h' is calculated but has no calculation"));
    CHECK(says(all, "survey, row 10, column type (A10): 'end repeat' stands where the group 'g' of row 8 is open"));
    CHECK(says(all, "survey, row 11, column type (A11): 'end group' ends nothing"));
    CHECK(says(all, "survey, row 12, column name (B12): the row of type 'text' has no name"));
    CHECK(says(all, "survey, row 13, column type (A13): the row has no type"));
    CHECK(says(all, "survey, row 14, column parameters (F14): start=x is no number"));
    CHECK(says(all, "survey, row 15, column type (A15): the repeat 'l' does not end"));
    CHECK(says(all, "choices, row 3, column name (B3): the list 'yn' has 'y' twice"));
    CHECK(says(all, "choices, row 4, column list name (A4): the choice 'z' is in no list"));
}

TEST_CASE("refused workbooks") {
    Workbook none;
    none.sheets.push_back({"Surveys", false, {{"type"}}});
    none.sheets.push_back({"choices", false, {{"list_name"}}});
    CHECK(says(problemsOf(none), "there is no sheet 'survey'; rename the sheet 'Surveys' to 'survey'"));
    CHECK(says(problemsOf(book({{"tpye", "name"}, {"text", "q"}})), "there is no column 'type'; did you mean 'tpye'?"));
    CHECK(says(problemsOf(book({{"type", "name", "label"}, {"begin loop over ny", "l", "L"}, {"end loop"}}, kYesNo)),
               "the loop goes over no list of the sheet choices"));
    CHECK(says(problemsOf(book(
                   {{"type", "name", "label", "choice_filter"}, {"select_one yn or_other", "q", "Q", "1=1"}}, kYesNo)),
               "exclude each other"));
    CHECK(says(problemsOf(book({{"type", "name", "label"},
                                {"begin group", "g", "G"},
                                {"text", "a", "A"},
                                {"end group"},
                                {"begin group", "h", "H"},
                                {"text", "a", "A"},
                                {"end group"},
                                {"note", "n", "${a}"}})),
               "'a' could mean /data/g/a (row 3) or /data/h/a (row 6)"));
    CHECK(says(problemsOf(book({{"type", "name", "label"}, {"select_multiple l", "q", "Q"}},
                               {{"list_name", "name", "label"}, {"l", "a b", "A"}})),
               "has a space in its name"));
    CHECK(says(problemsOf(book({{"type", "name", "label"}, {"select_one a.csv", "q", "Q"}})), "select_one_from_file"));
}

TEST_CASE("what is not done is listed, with its place") {
    Workbook all = book({{"type", "name", "label", "calculation", "save_to"},
                         {"audit", "audit"},
                         {"background-audio", "b"},
                         {"text", "c", "C", "", "tree"},
                         {"calculate", "d", "", "${last-saved#c}"}},
                        {}, {{"form_id", "public_key"}, {"f", "k"}});
    all.sheets.push_back({"entities", false, {{"dataset"}, {"trees"}}});
    const auto form = good(all);
    const std::string said = allOf(form->notSupported);
    INFO(said);
    CHECK(says(said, "survey, row 2, column type (A2): a log of every step (audit)"));
    CHECK(says(said, "survey, row 3, column type (A3): sound"));
    CHECK(says(said, "survey, row 4, column save_to (E4): entities"));
    CHECK(says(said, "survey, row 5, column calculation (D5): '${last-saved#c}'"));
    CHECK(says(said, "settings, row 2, column public_key (B2): submissions are not encrypted"));
    CHECK(says(said, "entities: entities"));
    CHECK(source(*form, "/data/d", &NodeDef::calculate) == "''");
    CHECK(node(*form, "/data/meta/audit").type == DataType::binary);
}

TEST_CASE("a column that is nearly one of XLSForm's is a warning") {
    const auto read =
        readXlsform(book({{"type", "name", "label", "relevent", "points"}, {"text", "q", "Q", "1", "2"}}));
    REQUIRE(read.definition);
    CHECK(says(allOf(read.warnings), "the column 'relevent' is none of XLSForm's; did you mean 'relevant'?"));
    CHECK(says(allOf(read.warnings), "columns that are none of XLSForm's are not read: 'relevent', 'points'"));
}

TEST_CASE("groups nested a hundred thousand deep are a problem and not a crash") {
    Cells survey{{"type", "name", "label"}};
    for (int i = 0; i < 100'000; ++i) survey.push_back({"begin group", "g", "G"});
    CHECK(says(problemsOf(book(std::move(survey))), "nested too deep"));
}

TEST_CASE("a sheet of three thousand questions, each of which asks for the one before, is read whole") {
    Cells survey{{"type", "name", "label::en", "label::zh", "relevant"}};
    for (int i = 0; i < 3000; ++i) {
        survey.push_back({"select_one yn", "q" + std::to_string(i), "Q", "问",
                          i > 0 ? "${q" + std::to_string(i - 1) + "} = 'yes'" : ""});
    }
    const auto form = good(book(std::move(survey), kYesNo));
    CHECK(form->controls.size() == 3000);
    CHECK(source(*form, "/data/q2999", &NodeDef::relevant) == "/data/q2998  = 'yes'");
}

TEST_CASE("a computed number of repeats is an answer of its own, another answer is taken as it is") {
    const auto form = good(book({{"type", "name", "label", "repeat_count", "disabled"},
                                 {"integer", "n", "N"},
                                 {"begin repeat", "r", "R", "${n} + 1"},
                                 {"text", "a", "A"},
                                 {"end repeat"},
                                 {"begin_repeat", "s", "S", "3"},
                                 {"text", "b", "B"},
                                 {"text", "gone", "G", "", "TRUE()"},
                                 {"end_repeat"},
                                 {"begin repeat", "t", "T", " ${n} "},
                                 {"text", "c", "C"},
                                 {"end repeat"}}));
    CHECK(source(*form, "/data/r_count", &NodeDef::calculate) == "/data/n  + 1");
    CHECK(source(*form, "/data/r_count", &NodeDef::readOnly) == "true()");
    CHECK(plumb::form::source(*form, node(*form, "/data/r").count) == "../r_count");
    CHECK(source(*form, "/data/s_count", &NodeDef::calculate) == "3");
    CHECK(form->find("/data/t_count") == kNone);
    CHECK(form->find("/data/s/gone") == kNone);
    CHECK(form->find("/data/r_count") < form->find("/data/r"));
}

TEST_CASE("settings that a server would obey are listed") {
    const auto form = good(book({{"type", "name", "label"}, {"osm", "a", "A"}}, {},
                                {{"form_id", "submission_url", "auto_send"}, {"f", "https://example.org", "true"}}));
    const auto all = allOf(form->notSupported);
    CHECK(says(all, "settings, row 2, column submission_url (B2)"));
    CHECK(says(all, "settings, row 2, column auto_send (C2)"));
    CHECK(says(all, "survey, row 2, column type (A2): OpenStreetMap"));
}
