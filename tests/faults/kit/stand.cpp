#include "tests/faults/kit/stand.h"

#include <algorithm>
#include <sstream>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/store/draft_audit_trail.h"
#include "shared/store/inspection_sign.h"
#include "sync-server/check/check_log.h"
#include "tests/faults/failing_access/failing_access.h"
#include "tests/unit/server/kit/inspections.h"

namespace plumb::faults {
namespace fs = std::filesystem;
namespace {

// 1 × 1, one grey pixel.
constexpr const char* kPhoto =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

void copyFolder(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::create_directories(to.parent_path());
    fs::copy(from, to, fs::copy_options::recursive);
}

template <class T>
T needed(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + ": " + result.error().detail);
    return std::move(*result);
}
void needed(Result<void> result) {
    if (!result) throw std::runtime_error(result.error().code + ": " + result.error().detail);
}

}  // namespace

Stand::Stand() {
    doNotWaitForDisks();
    m_world.publish();
    m_tablet.emplace(m_world, m_world.invite(domain::Role::inspector, {"62"}));
    needed(m_tablet->sync());
    const auto draft = needed(store::beginInspection(store(), "yongchang-veg", "6a"));
    m_draft = draft.id;
    const auto fixture =
        server::kit::readText(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/checklist/fixtures/6a-pass.json");
    const auto answers = needed(checklist::Answers::fromJson(parseJson(fixture).value().get_object()));
    needed(store().putEntries(draft.id, store::answerEntries(answers)));
    m_tabletFolder = store().folder();
    m_serverFolder = m_world.folder().path;
    keep();
}

void Stand::keep() {
    close();
    copyFolder(m_tabletFolder, m_kept.path / "tablet");
    copyFolder(m_serverFolder, m_kept.path / "server");
    open();
}

void Stand::close() {
    m_tablet->store.reset();
    m_world.stop();
}

void Stand::open() {
    m_world.restart();
    m_tablet->reopen();
}

void Stand::reset() {
    close();
    copyFolder(m_kept.path / "tablet", m_tabletFolder);
    copyFolder(m_kept.path / "server", m_serverFolder);
    open();
}

void Stand::restartTablet() {
    m_tablet->reopen();
}

void Stand::restartServer() {
    m_world.restart();
}

Result<record::Line> Stand::sign() {
    const auto row = store().draft(m_draft);
    if (!row) return fail(ErrorKind::notFound, "no_draft", "the draft is gone");
    const auto photo = fromBase64(kPhoto).value();
    const auto document = store::loadDocument(store(), row->checklist);
    if (!document) return fail(document.error());
    for (const auto& item : (*document)->items) {
        if (item.evidence.photos + item.evidence.photosWhenFailed == 0) continue;
        if (auto added = store::addPhoto(store(), m_draft, item.id, photo); !added) return fail(added.error());
    }
    auto filled = store::loadDraft(store(), m_draft);
    if (!filled) return fail(filled.error());
    const auto known = filled->trail.entries().size();
    const auto trail = store::trailLeadingTo(std::move(filled->trail), filled->answers,
                                             store::photosPerItem(filled->photos), store().now());
    if (auto put = store().putEntries(m_draft, store::trailRows(trail, known)); !put) return fail(put.error());
    store::SignRequest request;
    request.draft = m_draft;
    request.team = {"inspector"};
    request.party.refusedReason = "absent";
    request.party.witness = "witness";
    return store::signInspection(store(), request);
}

std::vector<store::RecordRow> Stand::inspections() const {
    store::RecordFilter own;
    own.own = true;
    own.type = "inspection.submitted";
    return m_tablet->store->records(own);
}

std::string Stand::account() {
    std::ostringstream out;
    const auto lines = sync::kit::linesOf(m_world);
    std::vector<std::string> texts;
    m_world.services().readers.borrow()->eachLine(0, [&](server::RawLine line) {
        texts.push_back(std::move(line.text));
        return true;
    });
    store::RecordFilter all;
    all.newestFirst = false;
    for (const auto& row : store().records(all)) {
        out << (row.logIndex ? std::to_string(*row.logIndex) : "not in the log") << ' ' << row.type << " state "
            << static_cast<int>(row.state) << ' ' << row.problem << '\n';
        if (!row.logIndex) continue;
        const auto line = store().line(row.hash);
        if (!line || *row.logIndex >= texts.size() || texts[*row.logIndex] != line->text())
            out << "WRONG: the line at " << *row.logIndex << " is not the same on both sides\n";
    }
    for (const auto& hash : lines) {
        if (std::count(lines.begin(), lines.end(), hash) > 1) out << "WRONG: a line is doubled\n";
    }
    for (const auto& row : inspections()) {
        const auto payload = needed(store().payload(row.hash));
        for (const auto& file : payload.files) {
            const auto held = store().file(file.sha256);
            const auto there = m_world.services().blobs.read(file.sha256, 1 << 20);
            out << "file " << file.role << ' ' << file.type << (held && held->isThere() ? " there" : " not there")
                << '\n';
            if (!store().vault().get(file.sha256)) out << "WRONG: a file is lost on the tablet\n";
            if (there && crypto::sha256(asBytes(*there)) != file.sha256)
                out << "WRONG: a file is damaged at the server\n";
            if (held && held->isThere() && !there) out << "WRONG: the server does not hold what it said it holds\n";
        }
    }
    const auto newest = store().newestCheckpoint();
    out << "drafts " << store().drafts().size() << ", checkpoint of " << (newest ? newest->checkpoint.size : 0)
        << ", log of " << lines.size() << ", cursor " << store().feedCursor() << '\n';
    out << "uploads under way: "
        << std::distance(fs::directory_iterator(m_world.folder().uploads()), fs::directory_iterator{}) << '\n';
    const auto rootKid = m_world.services().rootKid;
    close();
    const server::kit::TempFolder scratch;
    server::CheckVoice voice;
    voice.wrong = [&](const std::string& sentence) { out << "WRONG: " << sentence << '\n'; };
    voice.progress = [](const char*, std::uint64_t, std::uint64_t) {};
    const auto folder = m_world.folder();
    const auto totals = server::checkLog({{folder.database(), {}}, folder.blobs(), scratch.path, rootKid}, voice);
    out << "checked " << totals.lines << " lines, " << totals.files << " files, missing " << totals.filesMissing
        << ", unnamed " << totals.filesUnnamed << ", gaps " << totals.chains.withGaps << ", forks "
        << totals.chains.withForks << '\n';
    return out.str();
}

}  // namespace plumb::faults
