#include "mobile/people/credential_code.h"

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/jws.h"

namespace plumb::mobile {

namespace {

constexpr std::string_view kCredentialTyp = "plumb+credential";
constexpr std::size_t kLogKeyBytes = 16;

}  // namespace

Result<CredentialCode> makeCredentialCode(LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto profile = (*tablet)->profile();
    if (!profile) return fail(profile.error());
    const auto key = (*tablet)->deviceKey();
    if (!key) return fail(key.error());
    const auto now = (*tablet)->now();
    const json::object said{{"v", 1}, {"name", profile->personName}, {"at", formatInstant(now)}};
    const auto logKey = crypto::sha256(profile->logKey);
    const auto address = profile->server + "/verify/#c." + crypto::signCompact(*key, kCredentialTyp, toText(said)) +
                         "." + toBase64Url(logKey.view().subspan(0, kLogKeyBytes));
    CredentialCode out{qs(address), msOf(now.utc), qs(profile->personName), qs(profile->device)};
    for (const auto& grant : profile->grants)
        for (const auto& region : grant.regions)
            if (!out.regions.contains(qs(region))) out.regions.append(qs(region));
    // Never typed here: what an administrator signed.
    const auto book = (*tablet)->trust();
    const auto* member = book ? book->member(key->kid()) : nullptr;
    if (member && member->certificate) {
        out.certificate = qs(member->certificate->number);
        out.certificateUntil = qs(member->certificate->until);
    }
    return out;
}

}  // namespace plumb::mobile
