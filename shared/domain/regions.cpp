#include "shared/domain/regions.h"

#include <algorithm>

#include "shared/domain/code_text.h"

namespace plumb::domain {
namespace {

tl::unexpected<Error> bad(const std::string& path, const std::string& why) {
    return fail(ErrorKind::malformed, "bad_regions", path + ": " + why);
}

bool isCode(std::string_view code) {
    return code.size() == 6 && std::all_of(code.begin(), code.end(), isDigit) && code.substr(0, 2) != "00";
}

RegionLevel levelOf(std::string_view code) {
    if (code.substr(2) == "0000") return RegionLevel::province;
    return code.substr(4) == "00" ? RegionLevel::prefecture : RegionLevel::county;
}

std::string parentCode(std::string_view code) {
    switch (levelOf(code)) {
        case RegionLevel::province:
            return "";
        case RegionLevel::prefecture:
            return std::string(code.substr(0, 2)) + "0000";
        case RegionLevel::county:
            return std::string(code.substr(0, 4)) + "00";
    }
    return "";
}

}  // namespace

RegionLevel Region::level() const {
    return levelOf(code);
}

std::string_view Region::prefix() const {
    return std::string_view(code).substr(0, level() == RegionLevel::province     ? 2
                                            : level() == RegionLevel::prefecture ? 4
                                                                                 : 6);
}

Result<RegionBook> RegionBook::parse(std::string_view text) {
    const auto value = parseJson(text);
    if (!value) return fail(value.error());
    if (!value->is_object()) return bad("regions", "must be an object");
    const auto& object = value->get_object();
    const auto format = integerAt(object, "format");
    if (!format) return fail(format.error());
    if (*format != 1) return fail(ErrorKind::unsupported, "bad_regions", "this program reads format 1");
    RegionBook out;
    const auto regions = arrayAt(object, "regions");
    if (!regions) return fail(regions.error());
    for (std::size_t i = 0; i < (*regions)->size(); ++i) {
        const auto path = "regions[" + std::to_string(i) + "]";
        if (!(**regions)[i].is_object()) return bad(path, "must be an object");
        const auto& row = (**regions)[i].get_object();
        Region region{textOr(row, "code"), textOr(row, "name"), textOr(row, "en")};
        if (!isCode(region.code)) return bad(path + ".code", "must be six digits");
        if (region.name.empty()) return bad(path + ".name", "is missing");
        out.m_regions.push_back(std::move(region));
    }
    std::sort(out.m_regions.begin(), out.m_regions.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    for (std::size_t i = 0; i < out.m_regions.size(); ++i) {
        if (!out.m_codes.emplace(out.m_regions[i].code, i).second) return bad(out.m_regions[i].code, "stands twice");
    }
    const auto former = arrayAt(object, "former");
    if (!former) return fail(former.error());
    for (std::size_t i = 0; i < (*former)->size(); ++i) {
        const auto path = "former[" + std::to_string(i) + "]";
        if (!(**former)[i].is_object()) return bad(path, "must be an object");
        const auto& row = (**former)[i].get_object();
        const auto mark = textOr(row, "mark");
        FormerRegion region{textOr(row, "code"), textOr(row, "name"), textOr(row, "now"), 'B'};
        if (!isCode(region.code)) return bad(path + ".code", "must be six digits");
        if (mark != "V" && mark != "B") return bad(path + ".mark", "must be V or B");
        region.mark = mark[0];
        if (!out.m_formerCodes.emplace(region.code, out.m_former.size()).second)
            return bad(region.code, "stands twice");
        out.m_former.push_back(std::move(region));
    }
    if (const auto checked = out.check(); !checked) return fail(checked.error());
    return out;
}

Result<void> RegionBook::check() const {
    for (const auto& region : m_regions) {
        if (region.level() != RegionLevel::province && !find(parentCode(region.code)))
            return bad(region.code, "its parent " + parentCode(region.code) + " is not there");
    }
    for (const auto& old : m_former) {
        if (find(old.code)) return bad(old.code, "is a code of today and a former one");
        if (!find(old.now)) return bad(old.code, "its code of today, " + old.now + ", is not there");
    }
    return {};
}

const Region* RegionBook::find(std::string_view code) const {
    const auto found = m_codes.find(std::string(code));
    return found == m_codes.end() ? nullptr : &m_regions[found->second];
}

const Region* RegionBook::resolve(std::string_view code) const {
    if (const auto* today = find(code)) return today;
    const auto found = m_formerCodes.find(std::string(code));
    return found == m_formerCodes.end() ? nullptr : find(m_former[found->second].now);
}

const Region* RegionBook::parent(const Region& region) const {
    return find(parentCode(region.code));
}

std::vector<const Region*> RegionBook::children(std::string_view code) const {
    std::vector<const Region*> out;
    for (const auto& region : m_regions) {
        if (parentCode(region.code) == code) out.push_back(&region);
    }
    return out;
}

std::string RegionBook::fullName(std::string_view code) const {
    std::string out;
    for (const auto* region = find(code); region; region = parent(*region)) out.insert(0, region->name);
    return out;
}

}  // namespace plumb::domain
