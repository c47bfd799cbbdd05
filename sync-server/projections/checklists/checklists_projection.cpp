#include "sync-server/projections/checklists/checklists_projection.h"

#include "sync-server/projections/checklists/checklist_rows.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"checklists", R"sql(
CREATE TABLE checklists (
  id {text} NOT NULL,
  version {text} NOT NULL,
  sha256 {bytes} NOT NULL,
  title {text} NOT NULL,
  idx {integer} NOT NULL,
  withdrawn {text} NOT NULL,
  says {text} NOT NULL,
  PRIMARY KEY (id, version)
){keyed})sql",
                              "SELECT id, version, sha256, title, idx, withdrawn, says FROM checklists ORDER BY id, "
                              "version",
                              2, "CREATE INDEX IF NOT EXISTS checklists_hash ON checklists (sha256)"}};

// What the version's lines come to. What a log took in before a rule was made names nobody for whom it is.
records::ChecklistPublication saysAfter(const std::optional<ChecklistRow>& before, const json::object& body,
                                        records::ChecklistPublication bare) {
    const auto said = records::readChecklistPublication(body);
    if (said && said->withdrawn.empty()) {
        bare = *said;
        bare.title = {};
        // What was published for checks that count is a draft version no more.
        bare.test = said->test && (!before || before->says.test);
    } else if (before) {
        bare = before->says;
        bare.withdrawn.clear();
    }
    return bare;
}

}  // namespace

std::optional<Sha256> publishedChecklist(const record::Payload& payload) {
    if (payload.type != "checklist.published") return std::nullopt;
    const auto sha256 = Sha256::fromHex(textOr(payload.body, "sha256"));
    return sha256 ? std::optional(*sha256) : std::nullopt;
}

std::span<const Table> ChecklistsProjection::tables() const {
    return kTables;
}

void ChecklistsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kSql =
        "INSERT INTO checklists (id, version, sha256, title, idx, withdrawn, says) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
        "ON CONFLICT (id, version) DO UPDATE SET withdrawn = excluded.withdrawn, says = excluded.says WHERE "
        "checklists.sha256 = excluded.sha256";
    const auto sha256 = publishedChecklist(line.payload);
    if (!sha256) return;
    const auto& body = line.payload.body;
    const auto id = textOr(body, "id"), called = textOr(body, "version"), withdrawn = textOr(body, "withdrawn");
    const auto* said = body.if_contains("title");
    const auto title = said ? toText(*said) : std::string("{}");
    const auto before = ChecklistRows(m_writer.reader()).find(id, called);
    const auto says = toText(records::toBody(saysAfter(before, body, {id, called, {}, *sha256, {}, {}})));
    m_sql.use(kSql).with(id, called, *sha256, title, line.index, withdrawn, says).run();
}

}  // namespace plumb::server
