#include "shared/form/xlsform/xlsform_types.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "shared/form/xlsform/sheet_cleaning.h"
#include "shared/form/xlsform/xlsform_table.h"

namespace plumb::form {
namespace {

using enum ControlKind;
using Data = DataType;

constexpr std::string_view kPercentage = "0 <= . and . <= 100";
constexpr std::string_view kPhone = "regex(., '^\\d*$')";

constexpr std::array<XlsformType, 45> kTypes{{
    {"text", input},
    {"string", input},
    {"integer", input, Data::integer, "int"},
    {"decimal", input, Data::decimal, "decimal"},
    {"percentage", input, Data::integer, "int", {}, {}, {}, kPercentage},
    {"phone number", input, Data::string, "string", {}, {}, {}, kPhone},
    {"range", range, Data::integer, "int"},
    {"note", input},
    {"date", input, Data::date, "date"},
    {"time", input, Data::time, "time"},
    {"datetime", input, Data::dateTime, "dateTime"},
    {"geopoint", input, Data::geopoint, "geopoint"},
    {"geotrace", input, Data::geotrace, "geotrace"},
    {"geoshape", input, Data::geoshape, "geoshape"},
    {"image", upload, Data::binary, "binary", "image/*"},
    {"audio", upload, Data::binary, "binary", "audio/*"},
    {"video", upload, Data::binary, "binary", "video/*"},
    {"file", upload, Data::binary, "binary", "application/*"},
    {"osm", upload, Data::binary, "binary", "osm/*"},
    {"barcode", input, Data::barcode, "barcode"},
    {"acknowledge", trigger},
    {"calculate", {}},
    {"hidden", {}},
    {"start", {}, Data::dateTime, "dateTime", {}, "timestamp", "start"},
    {"end", {}, Data::dateTime, "dateTime", {}, "timestamp", "end"},
    {"today", {}, Data::date, "date", {}, "date", "today"},
    {"deviceid", {}, Data::string, "string", {}, "property", "deviceid"},
    {"phonenumber", {}, Data::string, "string", {}, "property", "phonenumber"},
    {"username", {}, Data::string, "string", {}, "property", "username"},
    {"email", {}, Data::string, "string", {}, "property", "email"},
    {"subscriberid", {}, Data::string, "string", {}, "property", "subscriberid"},
    {"simserial", {}, Data::string, "string", {}, "property", "simserial"},
    {"uri:deviceid", {}, Data::string, "string", {}, "property", "uri:deviceid"},
    {"uri:phonenumber", {}, Data::string, "string", {}, "property", "uri:phonenumber"},
    {"uri:username", {}, Data::string, "string", {}, "property", "uri:username"},
    {"uri:email", {}, Data::string, "string", {}, "property", "uri:email"},
    {"uri:subscriberid", {}, Data::string, "string", {}, "property", "uri:subscriberid"},
    {"uri:simserial", {}, Data::string, "string", {}, "property", "uri:simserial"},
    {"number of days in last month", input, Data::integer, "int", {}, {}, {}, "0 <= . and . <= 31"},
    {"number of days in last six months", input, Data::integer, "int", {}, {}, {}, "0 <= . and . <= 183"},
    {"number of days in last year", input, Data::integer, "int", {}, {}, {}, "0 <= . and . <= 365"},
    {"audit", {}, Data::binary, "binary"},
    {"start-geopoint", {}, Data::geopoint, "geopoint"},
    {"background-audio", {}, Data::binary, "binary"},
    {"background-geopoint", {}, Data::geopoint, "geopoint"},
}};

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 17> kAlso{{{"int", "integer"},
                                      {"photo", "image"},
                                      {"picture", "image"},
                                      {"location", "geopoint"},
                                      {"gps", "geopoint"},
                                      {"date time", "datetime"},
                                      {"trigger", "acknowledge"},
                                      {"imei", "deviceid"},
                                      {"device id", "deviceid"},
                                      {"sim id", "simserial"},
                                      {"subscriber id", "subscriberid"},
                                      {"start time", "start"},
                                      {"end time", "end"},
                                      {"get phone number", "phonenumber"},
                                      {"phone_number", "phone number"},
                                      {"line", "geotrace"},
                                      {"polygon", "geoshape"}}};

// Words that once stood around a type: "add date prompt", "q date", "get start time".
std::string bare(std::string_view name) {
    std::string text(name);
    for (const std::string_view before : {"add ", "q ", "get "}) {
        if (text.starts_with(before) && text != "get phone number") text.erase(0, before.size());
    }
    if (text.ends_with(" prompt")) text.resize(text.size() - 7);
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

struct Choosing {
    std::string_view words;
    ControlKind control;
    TypeCell::What what;
};
using What = TypeCell::What;
// Longer ones first: the rest of the cell is the list.
constexpr std::array<Choosing, 24> kChoosing{{
    {"add select multiple prompt using", selectMultiple, What::choose},
    {"add select one prompt using", selectOne, What::choose},
    {"select multiple from file", selectMultiple, What::chooseFromFile},
    {"select_multiple_from_file", selectMultiple, What::chooseFromFile},
    {"select one from file", selectOne, What::chooseFromFile},
    {"select_one_from_file", selectOne, What::chooseFromFile},
    {"rank_from_file", rank, What::chooseFromFile},
    {"select_one_external", selectOne, What::chooseExternal},
    {"select one external", selectOne, What::chooseExternal},
    {"select all that apply from", selectMultiple, What::choose},
    {"select all that apply", selectMultiple, What::choose},
    {"select multiple from", selectMultiple, What::choose},
    {"select multiple using", selectMultiple, What::choose},
    {"select multiple", selectMultiple, What::choose},
    {"select_multiple", selectMultiple, What::choose},
    {"q select1", selectOne, What::choose},
    {"q select", selectMultiple, What::choose},
    {"select one from", selectOne, What::choose},
    {"select one using", selectOne, What::choose},
    {"select one", selectOne, What::choose},
    {"select_one", selectOne, What::choose},
    {"select1", selectOne, What::choose},
    {"odk:rank", rank, What::choose},
    {"rank", rank, What::choose},
}};

}  // namespace

const XlsformType* findXlsformType(std::string_view given) {
    std::string name = bare(given);
    for (const auto& [also, meant] : kAlso) {
        if (also == name) name = meant;
    }
    const auto found = std::ranges::find(kTypes, name, &XlsformType::name);
    return found == kTypes.end() ? nullptr : &*found;
}

const std::vector<std::string>& xlsformTypeNames() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names{"select_one",
                                       "select_multiple",
                                       "rank",
                                       "select_one_from_file",
                                       "begin group",
                                       "end group",
                                       "begin repeat",
                                       "end repeat",
                                       "xml-external",
                                       "csv-external",
                                       "select_multiple_from_file"};
        for (const XlsformType& one : kTypes) names.emplace_back(one.name);
        return names;
    }();
    return kNames;
}

TypeCell parseTypeCell(std::string_view text) {
    TypeCell cell;
    std::vector<std::string> words;
    std::istringstream all{std::string(text)};
    for (std::string word; all >> word;) words.push_back(word);
    const std::string whole = joined(words);
    std::string small = columnKey(whole);
    std::ranges::replace(small, '_', ' ');
    if (small == "begin group") cell.what = What::beginGroup;
    if (small == "begin repeat" || small == "begin lgroup" || small == "begin looped group")
        cell.what = What::beginRepeat;
    if (small == "end group") cell.what = What::endGroup;
    if (small == "end repeat" || small == "end lgroup" || small == "end looped group") cell.what = What::endRepeat;
    if (small == "begin loop" || small.starts_with("begin loop ") || small == "end loop") cell.what = What::loop;
    // "begin loop over LIST"
    if (cell.what == What::loop && words.size() > 2 && words.back() != "over" && small != "begin loop")
        cell.list = words.back();
    if (cell.what != What::question) return cell;

    std::string lower;
    for (const char c : whole) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (const Choosing& one : kChoosing) {
        if (!lower.starts_with(one.words)) continue;
        if (lower.size() > one.words.size() && lower[one.words.size()] != ' ') continue;
        cell.what = one.what;
        cell.control = one.control;
        cell.list = withoutSpace(std::string_view(whole).substr(one.words.size()));
        for (const std::string_view other : {" or_other", " or other", " or specify other"}) {
            if (!lower.ends_with(other)) continue;
            cell.orOther = true;
            cell.list =
                std::string(withoutSpace(std::string_view(cell.list).substr(0, cell.list.size() - other.size())));
            break;
        }
        return cell;
    }
    // Tags of OpenStreetMap are a list of their own sheet.
    cell.name = lower.starts_with("osm ") ? "osm" : lower;
    return cell;
}

}  // namespace plumb::form
