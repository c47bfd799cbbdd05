// The tablet's records: signing the next line, taking in the feed, and what became of each line.
#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "shared/records/believe.h"
#include "shared/records/document/issued.h"
#include "shared/records/planning/persons.h"
#include "shared/records/rules.h"
#include "shared/store/record_row.h"
#include "shared/store/tablet_facts.h"

namespace plumb::store {
namespace {

// Word for word as the index over them says it (schema.h).
constexpr const char* kTrustTypes =
    "type IN ('invite.issued', 'key.enrolled', 'key.revoked', 'role.granted', 'role.withdrawn', 'documents.certified')";

constexpr const char* kFeedCursor = "feed_cursor";

std::string whereOf(const RecordFilter& filter) {
    std::string where = filter.believed ? " WHERE doubt = ''" : " WHERE doubt <> ''";
    if (!filter.type.empty())
        where += filter.type.ends_with('.') ? " AND type >= :type AND type < :type || '~'" : " AND type = :type";
    if (!filter.site.empty()) where += " AND site = :site";
    // Said twice: only so is it certain, for an unknown value too, that the index of those that speak of one has it.
    if (!filter.about.empty()) where += " AND about = :about AND about <> ''";
    if (filter.own) where += *filter.own ? " AND own = 1" : " AND own = 0";
    if (filter.state) where += " AND state = " + std::to_string(static_cast<int>(*filter.state));
    return where;
}

void bindFilter(SQLite::Statement& get, const RecordFilter& filter) {
    if (!filter.type.empty()) get.bind(":type", filter.type);
    if (!filter.site.empty()) get.bind(":site", filter.site);
    if (!filter.about.empty()) get.bind(":about", filter.about);
}

}  // namespace

Result<void> TabletStore::insertLine(const record::Line& line, const record::Payload& payload, bool own,
                                     RecordState state, std::optional<std::uint64_t> index, const std::string& doubt,
                                     std::optional<std::uint64_t> provedUnder) {
    const auto kept = m_database->kept(
        "INSERT INTO record(hash, id, kid, seq, type, site, region, about, at, own, state, log_index, line, doubt)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(hash) DO UPDATE SET log_index = excluded.log_index, offered = 0, refusals = 0, problem = '',"
        " doubt = CASE WHEN record.own = 1 THEN '' ELSE excluded.doubt END,"
        " proved_size = CASE WHEN record.own = 1 THEN COALESCE(record.proved_size, ?15) END,"
        " state = CASE WHEN record.own = 0 THEN record.state WHEN ?15 IS NOT NULL THEN 2 ELSE max(1, record.state % 3) "
        "END");
    auto& put = *kept;
    bindBlob(put, 1, line.hash().view());
    put.bind(2, payload.id);
    put.bind(3, line.kid());
    put.bind(4, static_cast<std::int64_t>(payload.seq));
    put.bind(5, payload.type);
    put.bind(6, payload.site);
    put.bind(7, payload.region);
    put.bind(8, textOr(payload.body, "of"));
    put.bind(9, static_cast<std::int64_t>(payload.at.utc.time_since_epoch().count()));
    put.bind(10, own ? 1 : 0);
    put.bind(11, static_cast<int>(state));
    if (index) put.bind(12, static_cast<std::int64_t>(*index));
    const Bytes sealed = m_key.seal(asBytes(line.text()), "line/" + line.hash().hex());
    bindBlob(put, 13, sealed);
    put.bind(14, doubt);
    if (provedUnder) put.bind(15, static_cast<std::int64_t>(*provedUnder));
    put.exec();
    return {};
}

record::ChainTip TabletStore::tip() const {
    SQLite::Statement get(sql(), "SELECT seq, hash FROM record WHERE own = 1 ORDER BY seq DESC LIMIT 1");
    if (!get.executeStep()) return {};
    const auto hash = Sha256::fromView(blobOf(get.getColumn(1)));
    return {static_cast<std::uint64_t>(get.getColumn(0).getInt64()), hash ? std::optional(*hash) : std::nullopt};
}

// What the server could only refuse is not signed. A device that has not pulled its own enrolment yet knows too little
// to judge, and the server does.
Result<void> TabletStore::judgeOwn(const record::Line& line, const record::Payload& payload,
                                   const std::vector<record::Line>& beside) const {
    const auto held = trustBook();
    if (!held) return fail(held.error());
    const auto* book = *held;
    if (!book->member(line.kid())) return {};
    if (domain::isTrustType(payload.type)) return book->check(line, payload, {}, now().utc);
    const TabletFacts heldFacts(*this);
    domain::FactBook facts(&heldFacts);
    for (const auto& other : beside) {
        if (recordByHash(other.hash())) continue;
        const auto said = record::parsePayload(other.payload());
        if (!said) return fail(said.error());
        if (const auto good = records::believe(*book, other, *said, {}, facts); !good) return fail(good.error());
        facts.add(*said, other.kid(), {});
    }
    const auto author = book->checkRights(line.kid(), payload, {}, facts);
    if (!author) return fail(author.error());
    return records::checkPersons(*book, **author, payload, {});
}

Result<record::Line> TabletStore::append(const NewRecord& record) {
    const auto key = deviceKey();
    if (!key) return fail(key.error());
    std::optional<record::Line> signedLine;
    const auto done = m_database->write([&]() -> Result<void> {
        const auto last = tip();
        const Instant at = m_clock();
        record::Payload payload;
        payload.id = makeUuid7(at.utc);
        payload.type = record.type;
        payload.seq = last.seq + 1;
        payload.prev = last.hash;
        payload.at = at;
        if (const auto state = clock(); state.off())
            payload.clock = record::ClockError{state.offset, state.within, state.logSize, state.time};
        if (const auto seen = newestCheckpoint())
            payload.seen = record::Seen{seen->checkpoint.size, seen->checkpoint.root};
        payload.site = record.site;
        payload.region = record.region;
        payload.files = record.files;
        payload.files.insert(payload.files.end(), record.filesOfOthers.begin(), record.filesOfOthers.end());
        payload.body = record.body;
        const std::string text = record::formatPayload(payload);
        auto line = record::Line::sign(*key, text);
        if (auto good = judgeOwn(line, payload, record.beside); !good) return good;
        // The body as every reader will read it.
        const auto read = record::parsePayload(text);
        if (!read) return fail(read.error());
        if (auto good = records::checkPayload(*read); !good) return good;
        if (record.judge) {
            if (auto good = record.judge({*read, line.hash(), line.kid(), std::nullopt}); !good) return good;
        }
        if (line.text().size() > record::kMaxLineBytes) {
            return fail(ErrorKind::tooLarge, "line_too_long",
                        "the record has " + std::to_string(line.text().size()) +
                            " bytes, the limit is 262144; shorten the notes");
        }
        if (auto stored = insertLine(line, payload, true, RecordState::signedHere, std::nullopt, {}); !stored)
            return stored;
        for (const auto& file : record.files) {
            SQLite::Statement want(sql(), "UPDATE file SET wanted = 1, first = max(first, ?) WHERE name = ?");
            want.bind(
                1, file.role == "checklist" || file.role == "attachment" || file.role == records::kPaperRole ? 1 : 0);
            bindBlob(want, 2, m_vault.nameOf(file.sha256).view());
            if (want.exec() == 0)
                return fail(ErrorKind::notFound, "no_file",
                            "the record names a file that is not on this device: " + file.sha256.hex());
        }
        if (!record.draft.empty()) {
            if (auto put = putRows(record.draft, record.entries); !put) return put;
        }
        if (!record.endsDraft.empty()) {
            SQLite::Statement end(sql(), "DELETE FROM draft WHERE id = ?");
            end.bind(1, record.endsDraft);
            end.exec();
        }
        signedLine = std::move(line);
        return {};
    });
    if (!done) return fail(done.error());
    return std::move(*signedLine);
}

std::uint64_t TabletStore::feedCursor() const {
    const std::string text = setting(kFeedCursor);
    return text.empty() ? 0 : std::stoull(text);
}

Result<void> TabletStore::takePulled(const std::vector<PulledLine>& lines, std::optional<std::uint64_t> provedUnder,
                                     std::optional<std::uint64_t> cursor) {
    return m_database->write([&]() -> Result<void> {
        for (const auto& pulled : lines) {
            if (auto stored = insertLine(pulled.line, pulled.payload, false, RecordState::pulled, pulled.index,
                                         pulled.doubt, provedUnder);
                !stored)
                return stored;
        }
        if (cursor) putSetting(kFeedCursor, std::to_string(*cursor));
        return {};
    });
}

Result<void> TabletStore::carry(const record::Line& line, const record::Payload& payload) {
    return m_database->write([&]() -> Result<void> {
        if (recordByHash(line.hash())) return {};
        if (auto stored = insertLine(line, payload, false, RecordState::pulled, std::nullopt, {}); !stored)
            return stored;
        SQLite::Statement offer(sql(), "UPDATE record SET offered = 1 WHERE hash = ?");
        bindBlob(offer, 1, line.hash().view());
        offer.exec();
        return {};
    });
}

Result<void> TabletStore::setFeedCursor(std::uint64_t cursor) {
    if (cursor == feedCursor()) return {};
    return setSetting(kFeedCursor, std::to_string(cursor));
}

std::vector<std::uint64_t> TabletStore::missingPlaces(std::uint64_t from, std::uint64_t to) const {
    SQLite::Statement get(sql(),
                          "SELECT log_index FROM record WHERE log_index >= ? AND log_index < ? ORDER BY log_index");
    get.bind(1, static_cast<std::int64_t>(from));
    get.bind(2, static_cast<std::int64_t>(to));
    std::vector<std::uint64_t> out;
    while (get.executeStep()) {
        const auto held = static_cast<std::uint64_t>(get.getColumn(0).getInt64());
        for (; from < held; ++from) out.push_back(from);
        from = held + 1;
    }
    for (; from < to; ++from) out.push_back(from);
    return out;
}

TabletStore::HeldTrust TabletStore::trustDigest(std::uint64_t size) const {
    SQLite::Statement get(sql(), "SELECT hash, log_index FROM record WHERE " + std::string(kTrustTypes) +
                                     " AND log_index < ? ORDER BY log_index");
    get.bind(1, static_cast<std::int64_t>(std::min<std::uint64_t>(size, INT64_MAX)));
    HeldTrust out;
    while (get.executeStep()) {
        if (const auto hash = Sha256::fromView(blobOf(get.getColumn(0)))) out.digest.add(*hash);
        out.next = static_cast<std::uint64_t>(get.getColumn(1).getInt64()) + 1;
    }
    return out;
}

std::vector<RecordRow> TabletStore::records(const RecordFilter& filter) const {
    const std::string order = filter.newestFirst
                                  ? " ORDER BY COALESCE(log_index, 9223372036854775807) DESC, record.rowid DESC"
                                  : " ORDER BY COALESCE(log_index, 9223372036854775807), record.rowid";
    SQLite::Statement get(sql(), "SELECT " + std::string(kRecordColumns) + " FROM record" + whereOf(filter) + order +
                                     " LIMIT :limit OFFSET :offset");
    bindFilter(get, filter);
    get.bind(":limit", static_cast<std::int64_t>(filter.limit));
    get.bind(":offset", static_cast<std::int64_t>(filter.offset));
    std::vector<RecordRow> out;
    while (get.executeStep()) out.push_back(recordRowOf(get));
    return out;
}

// The index is named: by itself SQLite takes the one that holds all sites, and a page of inspections asks for each.
std::vector<RecordRow> TabletStore::sitePublications(const std::string& site) const {
    static const std::string text =
        "SELECT " + std::string(kRecordColumns) +
        " FROM record INDEXED BY record_published WHERE type = 'site.published' AND site = ? AND doubt = '' ORDER BY "
        "COALESCE(log_index, 9223372036854775807), record.rowid";
    const auto kept = m_database->kept(text);
    auto& get = *kept;
    get.bind(1, site);
    std::vector<RecordRow> out;
    while (get.executeStep()) out.push_back(recordRowOf(get));
    return out;
}

std::size_t TabletStore::countRecords(const RecordFilter& filter) const {
    SQLite::Statement get(sql(), "SELECT count(*) FROM record" + whereOf(filter));
    bindFilter(get, filter);
    get.executeStep();
    return static_cast<std::size_t>(get.getColumn(0).getInt64());
}

std::optional<RecordRow> TabletStore::recordById(const std::string& id) const {
    static const std::string text = "SELECT " + std::string(kRecordColumns) +
                                    " FROM record WHERE id = ? AND doubt = '' ORDER BY "
                                    "COALESCE(log_index, 9223372036854775807), record.rowid LIMIT 1";
    const auto kept = m_database->kept(text);
    auto& get = *kept;
    get.bind(1, id);
    if (!get.executeStep()) return std::nullopt;
    return recordRowOf(get);
}

std::optional<RecordRow> TabletStore::recordByHash(const Sha256& hash) const {
    static const std::string text = "SELECT " + std::string(kRecordColumns) + " FROM record WHERE hash = ?";
    const auto kept = m_database->kept(text);
    auto& get = *kept;
    bindBlob(get, 1, hash.view());
    if (!get.executeStep()) return std::nullopt;
    return recordRowOf(get);
}

Result<record::Line> TabletStore::line(const Sha256& hash) const {
    const auto kept = m_database->kept("SELECT line FROM record WHERE hash = ?");
    auto& get = *kept;
    bindBlob(get, 1, hash.view());
    if (!get.executeStep())
        return fail(ErrorKind::notFound, "no_record",
                    "the record " + hash.hex().substr(0, 16) + "… is not on this device");
    const auto plain = m_key.open(blobOf(get.getColumn(0)), "line/" + hash.hex());
    if (!plain) return fail(plain.error());
    auto line = record::Line::parse(std::string(asText(*plain)));
    if (line && line->hash() != hash)
        return fail(ErrorKind::broken, "store_broken", "the stored record is not the one that was stored");
    return line;
}

Result<record::Payload> TabletStore::payload(const Sha256& hash) const {
    const auto stored = line(hash);
    if (!stored) return fail(stored.error());
    return record::parsePayload(stored->payload());
}

Result<domain::TrustBook> TabletStore::trust() const {
    const auto book = trustBook();
    if (!book) return fail(book.error());
    return **book;
}

Result<const domain::TrustBook*> TabletStore::trustBook() const {
    const auto who = profile();
    if (!who) return fail(who.error());
    std::vector<std::pair<Sha256, std::uint64_t>> held;
    std::string of = who->rootKid;
    {
        static const std::string text = "SELECT hash, log_index FROM record WHERE " + std::string(kTrustTypes) +
                                        " AND log_index IS NOT NULL ORDER BY log_index";
        const auto get = m_database->kept(text);
        while (get->executeStep()) {
            const auto hash = Sha256::fromView(blobOf(get->getColumn(0)));
            if (!hash) return fail(hash.error());
            held.emplace_back(*hash, static_cast<std::uint64_t>(get->getColumn(1).getInt64()));
            of.append(asText(hash->view())).append(std::to_string(held.back().second)).push_back(' ');
        }
    }
    const auto judgedFrom = crypto::sha256(of);
    if (m_book && m_bookOf == judgedFrom) return &*m_book;
    domain::TrustBook book(who->rootKid);
    for (const auto& [hash, index] : held) {
        const auto stored = line(hash);
        if (!stored) return fail(stored.error());
        const auto parsed = record::parsePayload(stored->payload());
        // A line that the root does not vouch for is simply not believed; it stays stored.
        if (parsed) (void)book.add(*stored, *parsed, index);
    }
    m_book = std::move(book);
    m_bookOf = judgedFrom;
    return &*m_book;
}

}  // namespace plumb::store
