#include "sync-server/intake/desk.h"

#include "shared/base/china_day.h"
#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "shared/domain/complaint_rights.h"
#include "shared/store/image_type.h"
#include "sync-server/intake/receipt_code.h"
#include "sync-server/projections/publications/publications.h"
#include "sync-server/projections/sites/site_rows.h"

namespace plumb::server {
namespace {

constexpr std::size_t kKey = 32;
constexpr std::string_view kPhotoType = "image/jpeg";

// The server's clock, which tests move, as the buckets count.
RateLimiter::Time timeOf(const Instant& now) {
    return RateLimiter::Time(now.utc.time_since_epoch());
}

tl::unexpected<Error> aboutUnknown() {
    return fail(ErrorKind::notFound, "about_unknown", "there is nothing here by that name that one could complain of");
}

Result<std::string> above(const std::vector<std::string>& regions) {
    auto region = domain::regionAbove(regions);
    if (region) return std::move(*region);
    return fail(ErrorKind::refused, "nobody_above",
                "no office in this system lies above whom this is about; turn to the office that oversees them");
}

}  // namespace

IntakeDesk::IntakeDesk(IntakeVoice& voice, DeskPlace place)
    : m_voice(voice), m_place(std::move(place)), m_work(m_place.clock, crypto::randomBytes(kKey)) {}

Result<IntakeDesk::Addressed> IntakeDesk::address(const Submission& submission, StoreReader& reader) const {
    Addressed out;
    auto& says = out.says;
    says.channel = records::ComplaintChannel::page;
    says.received = chinaDay(m_place.clock().utc);
    says.about = submission.about;
    says.words = submission.words;
    says.programme = submission.programme;
    says.text = submission.text;
    says.contact = submission.contact;
    if (!says.programme.empty() && Publications(reader).of("programme.published", says.programme).empty())
        return aboutUnknown();
    switch (submission.about) {
        case records::ComplaintAbout::site: {
            const auto site = SiteRows(reader).find(submission.key);
            if (!site) return aboutUnknown();
            out.site = site->site;
            out.region = site->region;
            return out;
        }
        case records::ComplaintAbout::person: {
            says.person = m_place.trust.personId(submission.key);
            if (says.person.empty()) return aboutUnknown();
            auto region = above(m_place.trust.regionsOfPerson(says.person));
            if (!region) return fail(region.error());
            out.region = std::move(*region);
            return out;
        }
        case records::ComplaintAbout::office: {
            if (!domain::isRegion(submission.key) || submission.key.empty()) return aboutUnknown();
            says.office = submission.key;
            auto region = above({says.office});
            if (!region) return fail(region.error());
            out.region = std::move(*region);
            return out;
        }
        case records::ComplaintAbout::other:
            if (!domain::isRegion(submission.key) || submission.key.empty()) return aboutUnknown();
            out.region = submission.key;
            return out;
    }
    return aboutUnknown();
}

Result<void> IntakeDesk::mayCome(const std::string& peer) {
    const std::lock_guard lock(m_rates);
    const auto now = timeOf(m_place.clock());
    if (!m_ofAddress.allow(peer, now))
        return fail(ErrorKind::refused, "too_many_calls",
                    "several complaints came from this address just now; try again in a quarter of an hour");
    if (!m_ofAll.allow({}, now))
        return fail(ErrorKind::refused, "too_many_calls",
                    "more complaints come in than anyone can read just now; try again in an hour, or call the office");
    return {};
}

bool IntakeDesk::mayAsk(const std::string& peer) {
    const std::lock_guard lock(m_rates);
    return m_codes.allow(peer, timeOf(m_place.clock()));
}

Result<std::vector<record::FileRef>> IntakeDesk::keep(const std::vector<Bytes>& photos) {
    std::vector<record::FileRef> out;
    for (const auto& photo : photos) {
        const auto info = store::imageInfo(photo);
        if (!info) return fail(info.error());
        if (info->type != kPhotoType) return fail(ErrorKind::malformed, "no_image", "photos must be JPEG here");
    }
    for (const auto& photo : photos) {
        record::FileRef file;
        file.sha256 = crypto::sha256(photo);
        file.size = photo.size();
        file.type = kPhotoType;
        file.role = "evidence";
        const auto part = m_place.parts / ("intake-" + file.sha256.hex() + ".part");
        writeWholeFile(part, {reinterpret_cast<const char*>(photo.data()), photo.size()}, true);
        m_place.holders.add(file.sha256, m_voice.kid());
        m_place.unnamed.arrives(m_voice.kid(), file.sha256, photo.size());
        try {
            m_place.blobs.adopt(part, file.sha256);
        } catch (...) {
            // Whoever complains sends it again: nobody else comes for it.
            std::filesystem::remove(part);
            throw;
        }
        out.push_back(std::move(file));
    }
    return out;
}

Result<std::string> IntakeDesk::take(const Arrived& arrived, const Push& push) {
    if (auto good = m_work.take(arrived.work, arrived.content); !good) return fail(good.error());
    if (auto may = mayCome(arrived.peer); !may) return fail(may.error());
    const auto submission = readSubmission(arrived.content);
    if (!submission) return fail(submission.error());
    auto addressed = address(*submission, *m_place.readers.borrow());
    if (!addressed) return fail(addressed.error());
    auto code = makeReceiptCode();
    addressed->says.receipt = receiptHash(code);
    // Before a photo is kept: what would be refused leaves nothing behind.
    if (auto good = records::readComplaint(records::toBody(addressed->says)); !good) return fail(good.error());
    const std::lock_guard lock(m_taking);
    auto files = keep(submission->photos);
    if (!files) return fail(files.error());
    Spoken spoken{makeUuid7(m_place.clock().utc), domain::kComplaintReceived,       std::move(addressed->region),
                  std::move(addressed->site),     records::toBody(addressed->says), std::move(*files)};
    if (auto good = m_voice.say(std::move(spoken), push); !good) return fail(good.error());
    return code;
}

}  // namespace plumb::server
