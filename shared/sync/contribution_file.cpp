#include "shared/sync/contribution_file.h"

#include <algorithm>

#include "shared/crypto/hash.h"
#include "shared/records/believe.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/store/assessment_items.h"
#include "shared/store/assessment_round.h"
#include "shared/store/folded_rows.h"
#include "shared/store/tablet_facts.h"

namespace plumb::sync {
namespace {

constexpr std::string_view kType = "assessment.contributed";
constexpr std::string_view kKind = "\"plumb-bundle\"";
constexpr std::size_t kHead = 64;  // within which a bundle says what it is

tl::unexpected<Error> changed(const std::string& why) {
    return fail(ErrorKind::malformed, "part_changed",
                "this file was damaged or changed after it was written; have it given again: " + why);
}

tl::unexpected<Error> refuse(const char* code, std::string why) {
    return fail(ErrorKind::refused, code, std::move(why));
}

Result<void> checkAsked(const record::Payload& payload, const records::Contribution& says, const AskedPart& asked) {
    if (payload.site != asked.site)
        return refuse("part_other_site", "this file is of a self-assessment of the site " + payload.site + ", not of " +
                                             asked.site + "; open that one and take it in there");
    if (says.round != asked.round)
        return refuse("part_other_round", "this file is of the round " + says.round + ", not of " + asked.round +
                                              "; open that one and take it in there");
    if (says.checklist.id != asked.checklist)
        return refuse("part_other_checklist",
                      "this file answers the checklist " + says.checklist.id + ", and this is " + asked.checklist);
    return {};
}

bool sameRef(const record::FileRef& a, const record::FileRef& b) {
    return a.sha256 == b.sha256 && a.size == b.size && a.type == b.type && a.role == b.role && a.item == b.item;
}

// How many of the files are not in it.
Result<std::size_t> checkFiles(const std::vector<BundleFile>& files, const std::vector<record::FileRef>& named) {
    if (!std::equal(files.begin(), files.end(), named.begin(), named.end(),
                    [](const BundleFile& file, const record::FileRef& ref) { return sameRef(file.ref, ref); }))
        return changed("its files are not those that its author signed");
    std::size_t missing = 0;
    for (const auto& file : files) {
        if (!file.present) {
            ++missing;
            continue;
        }
        if (file.content.size() != file.ref.size || crypto::sha256(file.content) != file.ref.sha256)
            return refuse("part_file_changed", "the photo or document " + file.ref.sha256.hex().substr(0, 12) +
                                                   "… in this file is not the one that its author signed; have it "
                                                   "given again");
    }
    return missing;
}

}  // namespace

Result<Bundle> readPart(std::string_view text) {
    if (text.size() > kMostPartBytes)
        return fail(ErrorKind::tooLarge, "part_too_large",
                    "this file is larger than " + std::to_string(kMostPartBytes >> 20) +
                        " MiB, and no part of a self-assessment; give fewer photos at a time");
    if (text.substr(0, kHead).find(kKind) == std::string_view::npos)
        return fail(ErrorKind::malformed, "no_part",
                    "this file is no part of a self-assessment; choose one that a colleague gave");
    const auto end = text.find_last_not_of(" \t\r\n");
    if (text[end] != '}')
        return fail(ErrorKind::malformed, "part_cut",
                    "this file ends in the middle: it was not copied whole; copy it once more");
    auto bundle = parseBundle(text);
    if (!bundle) return changed(bundle.error().detail);
    return bundle;
}

Result<GivenPart> judgePart(const Bundle& bundle, const AskedPart& asked,
                            const std::optional<records::AssessmentRow>& row, const domain::TrustBook& book,
                            const domain::Facts& facts) {
    auto line = record::Line::parse(bundle.line.text);
    if (!line) return changed(line.error().detail);
    auto payload = record::parsePayload(line->payload());
    if (!payload) return changed(payload.error().detail);
    if (payload->type != kType)
        return fail(ErrorKind::malformed, "no_part",
                    "this file holds a record of the type " + payload->type + ", and no part of a self-assessment");
    auto says = records::readContribution(payload->body);
    if (!says) return fail(says.error());
    if (bundle.logKey != asked.logKey)
        return refuse("part_other_log", "this file is of another system than the one that this device belongs to");
    if (line->kid() == asked.ownKid)
        return refuse("own_part", "this is what was given away from here; a colleague takes it in, not this device");
    if (auto good = checkAsked(*payload, *says, asked); !good) return fail(good.error());
    const auto* author = book.member(line->kid());
    if (author == nullptr)
        return refuse("part_author_unknown",
                      "this device has not heard of the key that signed this file; sync once, then take it in");
    if (const auto good = records::believe(book, *line, *payload, {}, facts); !good) return fail(good.error());
    if (asked.closed) return refuse("round_closed", "the round " + asked.round + " takes nothing any more");
    if (auto may = records::mayContribute(row); !may) return fail(may.error());
    const auto missing = checkFiles(bundle.files, payload->files);
    if (!missing) return fail(missing.error());
    return GivenPart{std::move(*line), std::move(*payload), std::move(*says), author->personName, *missing};
}

namespace {

TakenPart taken(const GivenPart& given, bool known) {
    TakenPart out{given.payload.id, given.person, given.says.checklist.version, known, {}, given.filesMissing};
    for (const auto& [item, content] : given.says.items) out.items.push_back(item);
    return out;
}

bool isOf(const record::Payload& payload, const std::string& round) {
    const auto says = records::readContribution(payload.body);
    return says && says->round == round;
}

}  // namespace

Result<TakenPart> takePart(store::TabletStore& store, const std::string& draft, std::string_view text) {
    const auto bundle = readPart(text);
    if (!bundle) return fail(bundle.error());
    const auto opened = store::openAssessment(store, draft);
    if (!opened) return fail(opened.error());
    if (opened->draft.test)
        if (auto may = records::mayFollow(records::InspectionStatus::test); !may) return fail(may.error());
    const auto profile = store.profile();
    const auto key = store.deviceKey();
    const auto book = store.trust();
    if (!profile) return fail(profile.error());
    if (!key) return fail(key.error());
    if (!book) return fail(book.error());
    const auto& mine = opened->draft.row;
    const auto round = store::roundById(store, mine.round);
    if (!round) return fail(round.error());
    AskedPart asked{mine.site,    mine.round, opened->checklist->id, profile->logKey, key->publicKey().kid(),
                    round->closed};
    auto row = store::rowFor(store, *opened);
    const auto line = record::Line::parse(bundle->line.text);
    const bool known = line && store.recordByHash(line->hash()).has_value();
    if (known) {  // what came before the end of the round stands
        row.reset();
        asked.closed = false;
    }
    const auto given = judgePart(*bundle, asked, row, *book, store::TabletFacts(store));
    if (!given) return fail(given.error());
    auto out = taken(*given, known);
    out.filesMissing = 0;
    for (const auto& file : bundle->files) {
        // Of an item that both had a hand in a file may be one's own.
        if (store.vault().has(file.ref.sha256)) continue;
        // What cannot be looked at here comes with the log.
        if (!file.present || !store.importFile(asBytes(file.content), file.ref.type)) ++out.filesMissing;
    }
    if (auto carried = store.carry(given->line, given->payload); !carried) return fail(carried.error());
    return out;
}

Result<std::vector<PartFile>> givePart(store::TabletStore& store, const std::string& site, const std::string& round) {
    const auto asked = store::roundById(store, round);
    if (!asked) return fail(asked.error());
    const auto row = store::assessmentAt(store, site, round, asked->checklist.id);
    std::vector<store::ReadLine> own;
    for (auto& line : store::linesOfAssessment(store, site, round, asked->checklist.id)) {
        if (line.row.own && line.payload.type == kType && isOf(line.payload, round)) own.push_back(std::move(line));
    }
    std::sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.payload.seq < b.payload.seq; });
    std::vector<PartFile> out;
    for (const auto& line : own) {
        const bool stands = row && std::any_of(row->items.begin(), row->items.end(),
                                               [&](const auto& item) { return item.second.by == line.row.hash; });
        if (!stands && line.row.logIndex) continue;
        const auto bundle = makeUnloggedBundle(store, line.payload.id);
        if (!bundle) return fail(bundle.error());
        auto text = formatBundle(*bundle);
        if (text.size() > kMostPartBytes)
            return fail(ErrorKind::tooLarge, "part_too_heavy",
                        "with its attachments this part comes to more than " + std::to_string(kMostPartBytes >> 20) +
                            " MiB, which nobody takes in as a file; hand it over by the network");
        out.push_back({line.payload.id, std::move(text)});
    }
    if (out.empty())
        return refuse("nothing_given", "nothing of this self-assessment was contributed from here; contribute first");
    return out;
}

}  // namespace plumb::sync
