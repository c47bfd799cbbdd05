#include "tests/unit/server/kit/front_ends.h"

namespace plumb::server::kit {

namespace fs = std::filesystem;

struct FrontEnds::One {
    std::optional<Server> server;
    std::unique_ptr<Running> running;
    std::thread serving;

    void deafen() {
        if (!serving.joinable()) return;
        server->stop();
        serving.join();
    }
    ~One() {
        deafen();
        running.reset();
    }
};

FrontEnds::FrontEnds(World& world, bool threads) : m_world(world), m_threads(threads) {}
FrontEnds::~FrontEnds() = default;

Result<void> FrontEnds::open(const std::string& name, const Given& given) {
    m_ones.erase(name);
    // The keys and what the operator set, without what all share.
    const DataFolder own{m_folder.path / name}, shared = m_world.folder();
    fs::create_directories(own.path);
    for (const auto& file : {shared.config(), shared.logKey(), shared.intakeKey()}) {
        if (fs::exists(file)) fs::copy_file(file, own.path / file.filename(), fs::copy_options::overwrite_existing);
    }
    if (given.otherKey) {
        fs::remove(own.logKey());
        saveLogKey(own, crypto::PrivateKey::generate(crypto::Suite::eddsa));
    }
    auto one = std::make_unique<One>();
    ListenOptions listen;
    listen.port = 0;
    listen.grace = std::chrono::seconds(0);
    one->server.emplace(listen, std::nullopt);
    RunningOptions options;
    options.folder = own;
    options.clock = m_world.clock();
    options.disposes = true;
    FrontEndOptions front;
    front.name = name;
    front.address = "http://127.0.0.1:" + std::to_string(one->server->port());
    front.secret = given.secret;
    front.shared = shared;
    front.pace = given.pace;
    front.lapse = given.lapse;
    front.threads = m_threads;
    if (!m_threads)
        front.steady = [this] { return std::chrono::steady_clock::time_point(std::chrono::milliseconds(m_steady)); };
    options.frontEnd = std::move(front);
    auto running = Running::open(std::move(options));
    if (!running) return fail(running.error());
    one->running = std::move(*running);
    one->serving = std::thread([&one = *one] { one.server->run(one.running->services()); });
    m_ones[name] = std::move(one);
    return {};
}

void FrontEnds::close(const std::string& name) {
    m_ones.erase(name);
}

void FrontEnds::deafen(const std::string& name) {
    m_ones.at(name)->deafen();
}

Services& FrontEnds::at(const std::string& name) {
    return m_ones.at(name)->running->services();
}

Response FrontEnds::call(const std::string& name, const Call& call, const Author* caller) {
    return callAt(at(name), call, caller ? token(*caller) : std::string());
}

std::string FrontEnds::token(const Author& author) {
    const std::lock_guard lock(m_mutex);
    auto& kept = m_tokens[author.kid()];
    if (!kept.empty()) return kept;
    for (const auto& [name, one] : m_ones) {
        const auto answer =
            callAt(one->running->services(),
                   {Method::post, "/v1/token", tokenForm(author.assertion("test.log", m_world.now()))}, "");
        if (answer.status != 200) continue;
        kept = textAt(answered(answer), "access_token").value();
        return kept;
    }
    throw std::runtime_error("no front end gives a token");
}

Response FrontEnds::push(const std::string& name, const std::vector<record::Line>& lines, const Author& carrier) {
    return call(name, {Method::post, "/v1/records", joined(lines)}, &carrier);
}

std::string FrontEnds::fate(const std::string& name, const record::Line& line, const Author& carrier) {
    const auto response = push(name, {line}, carrier);
    const auto answer = parseJson(response.body).value().get_object();
    if (response.status != 200) return textOr(answer, "code");
    const auto& result = answer.at("results").get_array().at(0).get_object();
    const auto status = textAt(result, "status").value();
    return status == "refused" ? textAt(result, "code").value() : status;
}

std::string FrontEnds::checkpoint(const std::string& name, const Author& caller) {
    return textAt(answered(get(name, "/v1/checkpoint", &caller)), "checkpoint").value();
}

}  // namespace plumb::server::kit
