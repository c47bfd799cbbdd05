#include "sync-server/store/postgres_link.h"

#include <thread>

namespace plumb::server {
namespace {

// A peer that is gone without a word is noticed within half a minute, so that a fail-over is not waited for longer than
// it takes.
constexpr std::array<std::pair<const char*, const char*>, 7> kDefaults{{{"connect_timeout", "5"},
                                                                        {"keepalives_idle", "10"},
                                                                        {"keepalives_interval", "5"},
                                                                        {"keepalives_count", "3"},
                                                                        {"tcp_user_timeout", "25000"},
                                                                        {"target_session_attrs", "primary"},
                                                                        {"application_name", "plumbserver"}}};
constexpr std::chrono::milliseconds kFirstPause{50}, kLongestPause{1000};
// Sent and not yet read: their answers have to find room in the buffers of the socket.
constexpr std::size_t kMostWaiting = 200;

PGconn* connect(const std::string& url) {
    std::vector<const char*> names, values;
    for (const auto& [name, value] : kDefaults) {
        names.push_back(name);
        values.push_back(value);
    }
    // Behind them: what the address says counts.
    names.push_back("dbname");
    values.push_back(url.c_str());
    names.push_back(nullptr);
    values.push_back(nullptr);
    return PQconnectdbParams(names.data(), values.data(), 1);
}

std::string trimmed(const char* text) {
    std::string out = text ? text : "";
    while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
    return out;
}

// The server is going down, came up only now, or is no leader any more: another session may be better.
bool tellsOfLoss(std::string_view state) {
    return state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03" || state == "57P05";
}

}  // namespace

void PostgresLink::open(std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    for (auto pause = kFirstPause;; pause = std::min(pause * 2, kLongestPause)) {
        close();
        m_connection.reset(connect(m_url));
        if (isOpen() && PQenterPipelineMode(m_connection.get()) == 1) break;
        const auto said = trimmed(PQerrorMessage(m_connection.get()));
        if (std::chrono::steady_clock::now() + pause > until) {
            close();
            throw sql::Lost("the database cannot be reached: " + said);
        }
        std::this_thread::sleep_for(pause);
    }
    PQsetNoticeReceiver(
        m_connection.get(),
        [](void* self, const PGresult* notice) {
            const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
            if (severity && std::string_view(severity) == "WARNING") static_cast<PostgresLink*>(self)->m_warned = true;
        },
        this);
    // Plans that are compiled cost more than our short statements.
    send("SET jit = off");
    finish();
}

void PostgresLink::close() noexcept {
    m_connection.reset();
    m_sent.clear();
    m_prepared.clear();
    m_warned = false;
}

void PostgresLink::mustBeSent(int sent) {
    if (sent == 1) return;
    const auto said = trimmed(PQerrorMessage(m_connection.get()));
    if (isOpen()) throw sql::Failed("the database failed: " + said);
    close();
    throw sql::Lost("the database went away: " + said);
}

void PostgresLink::send(const std::string& name, const std::string& text, const std::vector<PostgresValue>& values) {
    if (!m_connection) throw sql::Lost("the database went away");
    if (m_sent.size() >= kMostWaiting) finish();
    std::vector<Oid> types(values.size());
    std::vector<const char*> bytes(values.size());
    std::vector<int> lengths(values.size()), binary(values.size(), 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& value = values[i];
        types[i] = value.type;
        const std::string_view raw =
            value.type == oid::kInteger64 ? std::string_view(value.integer.data(), value.integer.size()) : value.bytes;
        // Empty bytes are a pointer to something, a null pointer is NULL.
        bytes[i] = value.isNull ? nullptr : raw.data() ? raw.data() : "";
        lengths[i] = static_cast<int>(raw.size());
    }
    const auto count = static_cast<int>(values.size());
    if (name.empty()) {
        mustBeSent(PQsendQueryParams(m_connection.get(), text.c_str(), count, types.data(), bytes.data(),
                                     lengths.data(), binary.data(), 1));
    } else {
        if (m_prepared.insert(name).second) {
            mustBeSent(PQsendPrepare(m_connection.get(), name.c_str(), text.c_str(), count, types.data()));
            m_sent.push_back({name});
        }
        mustBeSent(PQsendQueryPrepared(m_connection.get(), name.c_str(), count, bytes.data(), lengths.data(),
                                       binary.data(), 1));
    }
    m_sent.push_back({});
}

PostgresRows PostgresLink::finish() {
    if (!m_connection) throw sql::Lost("the database went away");
    if (m_sent.empty()) return {nullptr, &PQclear};
    mustBeSent(PQpipelineSync(m_connection.get()));
    PostgresRows last(nullptr, &PQclear), wrong(nullptr, &PQclear);
    for (const auto& sent : std::exchange(m_sent, {})) {
        // One answer each, and the mark that it is over.
        PostgresRows got(PQgetResult(m_connection.get()), &PQclear);
        const auto status = PQresultStatus(got.get());
        const bool good = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
        if (!good && !sent.prepares.empty()) m_prepared.erase(sent.prepares);
        if (status == PGRES_FATAL_ERROR && !wrong) wrong = std::move(got);
        if (good && sent.prepares.empty()) last = std::move(got);
        if (!isOpen()) break;
        PostgresRows(PQgetResult(m_connection.get()), &PQclear);
    }
    if (isOpen()) PostgresRows(PQgetResult(m_connection.get()), &PQclear);
    if (wrong || !isOpen()) failed(wrong.get());
    return last;
}

void PostgresLink::failed(const PGresult* result) {
    const char* field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    m_state = field ? field : "";
    const auto state = m_state;
    const auto said = trimmed(result ? PQresultErrorMessage(result) : PQerrorMessage(m_connection.get()));
    if (!isOpen() || tellsOfLoss(state)) {
        close();
        throw sql::Lost("the database went away: " + said);
    }
    if (state.starts_with("53")) throw StoreFull(said);
    throw sql::Failed("the database failed: " + said + " (code " + state + ")");
}

void PostgresLink::script(const std::string& text) {
    finish();
    if (PQexitPipelineMode(m_connection.get()) != 1) {
        close();
        throw sql::Lost("the session with the database broke");
    }
    const PostgresRows got(PQexec(m_connection.get(), text.c_str()), &PQclear);
    const auto status = PQresultStatus(got.get());
    if (isOpen() && PQenterPipelineMode(m_connection.get()) != 1) close();
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) failed(got.get());
    if (!m_connection) throw sql::Lost("the session with the database broke");
}

void PostgresLink::forgetPrepared() {
    send("DEALLOCATE ALL");
    finish();
    m_prepared.clear();
}

}  // namespace plumb::server
