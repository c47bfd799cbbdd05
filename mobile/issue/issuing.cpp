#include "mobile/issue/issuing.h"

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/papers/issue.h"
#include "shared/sync/document_key.h"

namespace plumb::mobile {
namespace {

Result<IssuedPaper> issued(store::TabletStore& tablet, const PaperPlace& place, const IssueAsk& ask) {
    const auto profile = tablet.profile();
    if (!profile) return fail(profile.error());
    const auto key = tablet.deviceKey();
    if (!key) return fail(key.error());
    const auto log = crypto::parseNoteKey(profile->logKey);
    if (!log) return fail(log.error());
    sync::ServerLink link(profile->server, profile->pin);
    if (auto done = link.login(*key, log->name, place.clock); !done) return fail(done.error());
    auto office = sync::issuingOffice(link);
    if (!office) return fail(office.error());
    const auto documentKey = sync::documentKey(tablet, link);
    if (!documentKey) return fail(documentKey.error());
    const auto paper = papers::sealPaper(tablet, *documentKey, {ask.record, ask.paper, ask.language, *office, {}});
    if (!paper) return fail(paper.error());
    const auto line = papers::issuePaper(tablet, *paper);
    if (!line) return fail(line.error());
    const auto row = tablet.recordByHash(line->hash());
    return IssuedPaper{row ? qs(row->id) : QString(), qs(*office)};
}

}  // namespace

Result<PaperPlace> placeToIssue(LocalStore& store, const QString& pin) {
    const auto tablet = openedToSign(store, pin);
    if (!tablet) return fail(tablet.error());
    return PaperPlace{(*tablet)->folder(), (*tablet)->dataKey(), store.clock()};
}

Result<IssuedPaper> issueFrom(const PaperPlace& place, const IssueAsk& ask) {
    const auto opened = store::TabletStore::open(place.folder, place.key, place.clock);
    if (!opened) return fail(opened.error());
    return issued(**opened, place, ask);
}

}  // namespace plumb::mobile
