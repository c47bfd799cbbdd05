#include "shared/records/reference/item_register.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/records/body_reader.h"
#include "shared/records/planning/check.h"

namespace plumb::records {
namespace {

RegisterItem readItem(BodyReader& read) {
    RegisterItem out;
    out.code = read.text("code");
    out.name = read.localText("name");
    out.basis = read.localText("basis");
    out.object = read.localTextIf("object");
    out.most = read.integerIf("most");
    if (out.most && *out.most < 1) read.fault("most", "must be at least 1");
    out.modes = read.textsIf("modes");
    if (std::ranges::any_of(out.modes, [](const auto& mode) { return !checkModeNamed(mode); }))
        read.fault("modes", "must be of on_site, remote");
    out.checklists = read.textsIf("checklists");
    return out;
}

json::object bodyOf(const RegisterItem& item) {
    json::object out{{"code", item.code}, {"name", item.name.toJson()}, {"basis", item.basis.toJson()}};
    if (!item.object.empty()) out["object"] = item.object.toJson();
    if (item.most) out["most"] = *item.most;
    if (!item.modes.empty()) out["modes"] = json::array(item.modes.begin(), item.modes.end());
    if (!item.checklists.empty()) out["checklists"] = json::array(item.checklists.begin(), item.checklists.end());
    return out;
}

}  // namespace

bool isCalled(const RegisterItem& item, std::string_view words) {
    return item.code == words ||
           std::ranges::any_of(item.name.all(), [&](const auto& text) { return text.second == words; });
}

Result<ItemRegister> readItemRegister(const json::object& body) {
    BodyReader read(body);
    ItemRegister out;
    out.id = read.text("id");
    out.title = read.localText("title");
    out.source = read.localText("source");
    out.where = read.text("where");
    out.from = read.day("from");
    if (body.contains("until")) {
        out.until = read.day("until");
        if (read.good() && *out.until < out.from) read.fault("until", "must not lie before \"from\"");
    }
    std::set<std::string> codes;
    const auto count = read.eachIf("items", [&](BodyReader& in) {
        out.items.push_back(readItem(in));
        if (!codes.insert(out.items.back().code).second) in.fault("code", "stands twice in the register");
    });
    if (count == 0) read.fault("items", "must hold one item at least");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const ItemRegister& items) {
    json::object out{{"id", items.id},
                     {"title", items.title.toJson()},
                     {"source", items.source.toJson()},
                     {"where", items.where},
                     {"from", dayText(items.from)}};
    if (items.until) out["until"] = dayText(*items.until);
    json::array all;
    for (const auto& one : items.items) all.push_back(bodyOf(one));
    out["items"] = std::move(all);
    return out;
}

std::vector<ItemRegister> holdingOn(Day day, const std::vector<ItemRegister>& versions) {
    std::map<std::string_view, const ItemRegister*> newest;
    for (const auto& version : versions)
        if (version.from <= day) newest[version.id] = &version;
    std::vector<ItemRegister> out;
    for (const auto& [id, version] : newest)
        if (!version->until || day <= *version->until) out.push_back(*version);
    return out;
}

Result<void> checkRegistered(const std::vector<std::string>& items, std::string_view mode,
                             const std::vector<ItemRegister>& registers) {
    if (registers.empty()) return {};
    if (items.empty())
        return fail(ErrorKind::malformed, "items_unnamed",
                    "the check names no item, and a register of what may be inspected is published here; name them");
    for (const auto& words : items) {
        bool called = false, inMode = false;
        for (const auto& one : registers)
            for (const auto& item : one.items)
                if (isCalled(item, words)) {
                    called = true;
                    inMode = inMode || item.modes.empty() || std::ranges::find(item.modes, mode) != item.modes.end();
                }
        if (!called)
            return fail(ErrorKind::forbidden, "item_unpublished",
                        "\"" + words.substr(0, 120) +
                            "\" is no item of the register that holds on that day; what is not published may not be "
                            "inspected");
        if (!inMode)
            return fail(ErrorKind::forbidden, "item_mode",
                        "\"" + words.substr(0, 120) + "\" is not inspected " + std::string(mode) + " by the register");
    }
    return {};
}

}  // namespace plumb::records
