#include "sync-server/export/setting.h"

#include "shared/domain/regions.h"

namespace plumb::server {

std::string regionName(std::string_view code, ExportLanguage language) {
    const auto& regions = domain::builtinRegions();
    const auto* region = regions.resolve(code);
    if (!region) return {};
    std::string english;
    for (const auto* at = region; at; at = regions.parent(*at)) {
        if (at->english.empty()) english.clear();
        if (at->english.empty() || language == ExportLanguage::zh) break;
        english += (english.empty() ? "" : ", ") + at->english;
    }
    return english.empty() ? regions.fullName(region->code) : english;
}

ExportColumn wordColumn(std::string_view key, ExportLanguage language) {
    return {std::string(key), exportWord("column." + std::string(key), language)};
}

ExportColumn momentColumn(std::string_view key, const ExportSetting& setting) {
    auto column = wordColumn(key, setting.language);
    column.title +=
        setting.language == ExportLanguage::zh ? "（" + setting.zone.name() + "）" : " (" + setting.zone.name() + ")";
    return column;
}

}  // namespace plumb::server
