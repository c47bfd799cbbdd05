#include "shared/document/papers/record_facts.h"

#include "shared/base/civil_date.h"
#include "shared/document/papers/verify_address.h"
#include "shared/domain/regions.h"
#include "shared/records/rectification/act.h"

namespace plumb::document {
namespace {

constexpr std::size_t kFingerprintDigits = 2 * kFingerprintBytes, kGroup = 4;

json::object dateParts(const Instant& at) {
    const std::chrono::year_month_day day(dayOf(at));
    return {{"year", static_cast<int>(day.year())},
            {"month", static_cast<unsigned>(day.month())},
            {"day", static_cast<unsigned>(day.day())}};
}

// "甘肃省金昌市永昌县"
std::string regionName(const std::string& code) {
    std::string out;
    for (const auto& region : domain::builtinRegions().all()) {
        if (code.starts_with(region.prefix())) out += region.name;
    }
    return out;
}

}  // namespace

std::string minuteText(const Instant& at) {
    constexpr std::size_t kLength = 16, kBetween = 10;
    auto text = formatInstant(at).substr(0, kLength);
    text[kBetween] = ' ';
    return text;
}

std::string groupedFingerprint(const Sha256& hash) {
    const auto hex = hash.hex();
    std::string out;
    for (std::size_t i = 0; i < kFingerprintDigits; i += kGroup) out += (i == 0 ? "" : " ") + hex.substr(i, kGroup);
    return out;
}

std::string recordNumber(const record::Payload& payload, const std::string& kid) {
    return records::orderNumber(payload.region, payload.at, kid, payload.seq);
}

json::object recordFacts(const RecordSource& source) {
    const auto site = source.site.value_or(records::Site{});
    const auto& payload = source.payload;
    json::object log;
    if (source.index) log["index"] = *source.index;
    return {{"office", source.office},
            {"number", recordNumber(payload, source.kid)},
            {"date", dateParts(payload.at)},
            {"day", dayText(dayOf(payload.at))},
            {"fingerprint", groupedFingerprint(source.hash)},
            {"code", source.code},
            {"log", source.index ? json::value(log) : json::value(nullptr)},
            {"author", source.author},
            {"site",
             {{"name", site.name.empty() ? payload.site : site.name},
              {"code", site.code},
              {"contact", site.contact},
              {"address", site.address.empty() ? regionName(payload.region) : site.address}}}};
}

}  // namespace plumb::document
