#include "shared/store/derived/inspection_columns.h"

#include "shared/records/inspection/test_mode.h"
#include "shared/store/derived/keys.h"

namespace plumb::store {
namespace {

domain::LogPlace placeOf(const SQLite::Column& column) {
    return column.isNull() ? domain::LogPlace{} : static_cast<std::uint64_t>(column.getInt64());
}

Sha256 hashOf(const SQLite::Column& column) {
    return Sha256::fromView(blobOf(column)).value_or(Sha256{});
}

TimePoint timeOf(const SQLite::Column& column) {
    return TimePoint(std::chrono::milliseconds(column.getInt64()));
}

}  // namespace

const char* const kInspectionSelect =
    "SELECT inspection.id, author.kid, inspection.own, first, newest, hash, site.id, inspection.region, at, zone, "
    "files, "
    "document.sha256, document.id, document.version, kind, points, max, grade, vetoes, findings, round, "
    "rechecks, inspection.version, status, decided, signers, cosigned, agreed, agreed_by, comment, reviewed, "
    "inspection.rank, through, listed.text, "
    "(SELECT count(*) FROM thread WHERE thread.inspection = inspection.id AND thread.resolved = 0) FROM "
    "inspection "
    "JOIN listed ON listed.rank = inspection.rank JOIN site ON site.key = inspection.site JOIN document ON "
    "document.key = inspection.document JOIN author ON author.key = inspection.author";

FoldedInspection inspectionOf(SQLite::Statement& get) {
    FoldedInspection out;
    auto& row = out.row;
    int at = 0;
    row.id = idOf(get.getColumn(at++));
    row.kid = get.getColumn(at++).getString();
    out.own = get.getColumn(at++).getInt() != 0;
    row.first = placeOf(get.getColumn(at++));
    row.newest = placeOf(get.getColumn(at++));
    row.hash = hashOf(get.getColumn(at++));
    row.site = get.getColumn(at++).getString();
    row.region = get.getColumn(at++).getString();
    row.at.utc = timeOf(get.getColumn(at++));
    row.at.offset = std::chrono::minutes(get.getColumn(at++).getInt());
    row.files = get.getColumn(at++).getInt();
    row.says.checklist.sha256 = hashOf(get.getColumn(at++));
    row.says.checklist.id = get.getColumn(at++).getString();
    row.says.checklist.version = get.getColumn(at++).getString();
    row.says.kind = get.getColumn(at++).getString();
    row.says.points = get.getColumn(at++).getInt64();
    row.says.max = get.getColumn(at++).getInt64();
    row.says.grade = get.getColumn(at++).getString();
    row.says.vetoes = get.getColumn(at++).getInt();
    row.says.findings = get.getColumn(at++).getInt();
    row.says.round = get.getColumn(at++).getString();
    row.says.order = get.getColumn(at++).getString();
    row.version = get.getColumn(at++).getInt();
    row.status = static_cast<records::InspectionStatus>(get.getColumn(at++).getInt());
    row.says.test = records::isTest(row.status);
    if (const auto decided = get.getColumn(at++); !decided.isNull()) row.decided = hashOf(decided);
    row.says.signers = get.getColumn(at++).getInt();
    if (const auto cosigned = get.getColumn(at++); !cosigned.isNull()) row.cosigned = hashOf(cosigned);
    const auto agreed = get.getColumn(at++);
    const auto agreedBy = get.getColumn(at++).getString();
    if (!agreed.isNull()) row.agreed = records::Agreement{hashOf(agreed), agreedBy};
    out.comment = get.getColumn(at++).getString();
    if (const auto reviewed = get.getColumn(at++); !reviewed.isNull()) out.reviewed = timeOf(reviewed);
    out.rank = get.getColumn(at++).getInt64();
    out.through = get.getColumn(at++).getInt64();
    out.text = get.getColumn(at++).getString();
    // What is accepted is closed, and its threads with it.
    if (row.status != records::InspectionStatus::accepted) out.threads = get.getColumn(at).getInt();
    return out;
}

const char* const kInspectionPut =
    "INSERT INTO inspection(id, author, own, first, newest, hash, site, region, at, zone, files, document, kind, "
    "points, max, grade, vetoes, findings, round, rechecks, version, status, decided, signers, cosigned, agreed, "
    "agreed_by, comment, reviewed, rank, "
    "through) "
    "VALUES(?, ?, ?, ?, "
    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
    "author = "
    "excluded.author, own = excluded.own, first = excluded.first, newest = excluded.newest, hash = excluded.hash, site "
    "= excluded.site, region = excluded.region, at = excluded.at, zone = excluded.zone, files = excluded.files, "
    "document = excluded.document, kind = excluded.kind, points = excluded.points, max = excluded.max, grade = "
    "excluded.grade, vetoes = excluded.vetoes, findings = excluded.findings, round = excluded.round, rechecks = "
    "excluded.rechecks, version = "
    "excluded.version, status = "
    "excluded.status, decided = excluded.decided, signers = excluded.signers, cosigned = excluded.cosigned, agreed = "
    "excluded.agreed, agreed_by = excluded.agreed_by, comment = excluded.comment, reviewed = excluded.reviewed, rank = "
    "excluded.rank, through = excluded.through RETURNING key";

void bindInspection(SQLite::Statement& put, const FoldedInspection& folded, const InspectionKeys& keys) {
    const auto& row = folded.row;
    int at = 0;
    const auto number = [&](std::int64_t value) { put.bind(++at, value); };
    const auto text = [&](const std::string& value) { put.bind(++at, value); };
    const auto place = [&](const domain::LogPlace& value) {
        ++at;
        if (value) put.bind(at, static_cast<std::int64_t>(*value));
    };
    bindId(put, ++at, row.id);
    number(keys.author);
    number(folded.own ? 1 : 0);
    place(row.first);
    place(row.newest);
    bindBlob(put, ++at, row.hash.view());
    number(keys.site);
    text(row.region);
    number(row.at.utc.time_since_epoch().count());
    number(row.at.offset.count());
    number(row.files);
    number(keys.document);
    text(row.says.kind);
    number(row.says.points);
    number(row.says.max);
    text(row.says.grade);
    number(row.says.vetoes);
    number(row.says.findings);
    text(row.says.round);
    text(row.says.order);
    number(row.version);
    number(static_cast<int>(row.status));
    ++at;
    if (row.decided) bindBlob(put, at, row.decided->view());
    number(row.says.signers);
    ++at;
    if (row.cosigned) bindBlob(put, at, row.cosigned->view());
    ++at;
    if (row.agreed) bindBlob(put, at, row.agreed->line.view());
    text(row.agreed ? row.agreed->person : std::string());
    text(folded.comment);
    ++at;
    if (folded.reviewed) put.bind(at, static_cast<std::int64_t>(folded.reviewed->time_since_epoch().count()));
    number(folded.rank);
    number(folded.through);
}

}  // namespace plumb::store
