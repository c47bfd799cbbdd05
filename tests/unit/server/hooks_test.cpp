// Receivers of new lines: told in order, at least once, under one id however often; never of what their owner may not
// read; given up with a reason; and never called where only this machine reaches.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/keyed_hash.h"
#include "shared/domain/complaint_rights.h"
#include "sync-server/hooks/post.h"
#include "sync-server/hooks/retry.h"
#include "sync-server/hooks/sender.h"
#include "sync-server/hooks/signature.h"
#include "sync-server/hooks/tuning.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

// Takes what it is told to, and keeps all that came.
struct FakeReceiver {
    std::vector<HookMessage> came;
    int status = 200;
    std::optional<std::chrono::seconds> retryAfter;
    bool dies = false;  // the process ends while it waits for the answer
    std::function<void()> meanwhile = [] {};
};
struct Died {};

class FakePost final : public HookPost {
  public:
    explicit FakePost(FakeReceiver& receiver) : m_receiver(receiver) {}
    Result<HookAnswer> post(const HookMessage& message) override {
        m_receiver.came.push_back(message);
        m_receiver.meanwhile();
        if (m_receiver.dies) throw Died{};
        if (m_receiver.status == 0) return fail(ErrorKind::offline, "receiver_unreachable", "nobody answers");
        return HookAnswer{m_receiver.status, m_receiver.retryAfter};
    }
    void cancel() override {}

  private:
    FakeReceiver& m_receiver;
};

constexpr const char* kUrl = "https://hooks.example.org/plumb";

struct Telling {
    World world;
    FakeReceiver receiver;
    std::unique_ptr<HookBook> book;
    std::unique_ptr<HookSender> sender;
    std::function<void()> looked = [] {};  // whenever the sender looks at the clock
    Author gansu;

    Telling() : gansu((world.publish(), world.enrol(domain::Role::administrator, {"62"}))) { open(); }
    // As after whatever end: what is not on the disk is gone.
    void open() {
        sender.reset();
        book = std::make_unique<HookBook>(world.folder().hooks());
        auto& services = world.services();
        sender =
            std::make_unique<HookSender>(HookPlace{*book, services.readers, services.head, services.trust, "test/log",
                                                   [this] {
                                                       looked();
                                                       return world.clock()();
                                                   }},
                                         std::make_unique<FakePost>(receiver));
    }
    Response post(const std::string& target, const json::object& body, const Author& by) {
        return world.call({Method::post, target, toText(body), {}}, &by);
    }
    json::object add(json::object body, const Author& by, int status = 201) {
        body.emplace("url", kUrl);
        body.emplace("name", "县里的系统");
        body.emplace("region", "62");
        return world.answered(post("/v1/hooks", body, by), status);
    }
    std::string added(json::object body = {}) { return textOr(add(body, gansu).at("hook").as_object(), "id"); }
    json::object act(const std::string& id, const json::object& body, const Author& by, int status = 200) {
        return world.answered(post("/v1/hooks/" + id, body, by), status);
    }
    json::object show(const std::string& id) { return world.answered(world.get("/v1/hooks/" + id, &gansu)); }
    json::object hook(const std::string& id) { return show(id).at("hook").as_object(); }
    // Lines of the log, each an inspection.
    std::vector<std::uint64_t> inspect(Author& by, int count = 1) {
        std::vector<std::uint64_t> out;
        while (count-- > 0) {
            REQUIRE(world.fate(by.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"}), by) ==
                    "accepted");
            out.push_back(world.services().head.get()->size - 1);
        }
        return out;
    }
    void run() {
        for (int i = 0; sender->step(); ++i) REQUIRE(i < 1000);
    }
    // Indexes that the receiver was told of, in the order in which it was.
    std::vector<std::uint64_t> told() const {
        std::vector<std::uint64_t> out;
        for (const auto& message : receiver.came) {
            for (const auto index : toldBy(message)) out.push_back(index);
        }
        return out;
    }
    static std::vector<std::uint64_t> toldBy(const HookMessage& message) {
        std::vector<std::uint64_t> out;
        const auto body = parseJson(message.body).value();
        for (const auto& record : body.at("data").at("records").as_array())
            out.push_back(record.at("index").to_number<std::uint64_t>());
        return out;
    }
};

// A receiver whose owner may not read one line that it asks for, as administrators read no complaints; and one who may.
struct Complained : Telling {
    Author reads = world.enrol(domain::Role::administrator, {"62"});
    std::string id;
    std::vector<std::uint64_t> lines;  // the complaint, and an inspection behind it

    Complained() {
        const json::object grant{{"key", reads.kid()},
                                 {"grants", domain::grantsToJson({{domain::Role::supervisor, {"62"}, {}}})}};
        REQUIRE(world.fate(world.admin().say("role.granted", grant), world.admin()) == "accepted");
        const json::object complaint{{"channel", "visit"},
                                     {"received", "2026-11-20"},
                                     {"about", {{"kind", "site"}}},
                                     {"text", "来访反映"},
                                     {"vouched", "taken_down"}};
        const auto line = reads.say(std::string(domain::kComplaintReceived), complaint, {"yongchang-veg", "620321"});
        REQUIRE(world.fate(line, reads) == "accepted");
        lines.push_back(world.services().head.get()->size - 1);
        id = added({{"types", {"complaint.received", "inspection.submitted"}}, {"from", lines[0]}});
        auto inspector = world.enrol(domain::Role::inspector, {"62"});
        lines.push_back(inspect(inspector).front());
    }
};

}  // namespace

TEST_CASE("the signature is that of Standard Webhooks") {
    // The vector of the standard's own libraries.
    const auto key = fromBase64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").value();
    CHECK(hookSignature({key}, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}") ==
          "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    CHECK(hookSecretText(key) == "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    const Bytes other(32, 7);
    const auto both =
        hookSignature({key, other}, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}");
    CHECK(both.starts_with("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,"));
}

TEST_CASE("addresses that only this machine or its network reaches are not called") {
    const AddressRule rule;
    for (const auto* bad : {"127.0.0.1",
                            "127.8.9.1",
                            "0.0.0.0",
                            "10.0.0.1",
                            "172.16.0.1",
                            "172.31.255.255",
                            "192.168.1.1",
                            "169.254.169.254",
                            "100.64.0.1",
                            "192.0.0.8",
                            "198.18.0.1",
                            "224.0.0.1",
                            "255.255.255.255",
                            "::",
                            "::1",
                            "::ffff:127.0.0.1",
                            "::ffff:10.1.2.3",
                            "64:ff9b::7f00:1",
                            "64:ff9b::a00:1",
                            "64:ff9b:1::1",
                            "2002:7f00:1::",
                            "2002:c0a8:101::1",
                            "2001::1",
                            "2001:db8::1",
                            "fc00::1",
                            "fd12:3456::1",
                            "fe80::1",
                            "fec0::1",
                            "ff02::1",
                            "100::1"}) {
        INFO(bad);
        const auto address = netAddress(bad);
        REQUIRE(address);
        CHECK_FALSE(rule.allows(*address));
    }
    for (const auto* good :
         {"1.1.1.1", "172.32.0.1", "172.15.255.255", "100.128.0.1", "9.255.255.255", "11.0.0.0", "223.255.255.255",
          "2606:4700::1111", "2400:3200::1", "64:ff9b::101:101", "::ffff:8.8.8.8"}) {
        INFO(good);
        CHECK(rule.allows(netAddress(good).value()));
    }
    for (const auto* none : {"", "1.2.3", "1.2.3.4.5", "fe80::1%eth0", "localhost", "1.2.3.4 ", "0x7f.1"})
        CHECK_FALSE(netAddress(none));
    const auto allowing = AddressRule::allowing({"10.20.0.0/16", "127.0.0.1", "fd12::/48"}).value();
    for (const auto* good : {"10.20.3.4", "127.0.0.1", "fd12::5", "::ffff:10.20.0.1", "64:ff9b::a14:1"})
        CHECK(allowing.allows(netAddress(good).value()));
    for (const auto* bad : {"10.21.0.1", "127.0.0.2", "fd12:0:1::5", "::1"})
        CHECK_FALSE(allowing.allows(netAddress(bad).value()));
    for (const auto* bad : {"", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "fd12::/129", "example.org", "10.0.0.0/8/8"})
        CHECK(AddressRule::allowing({bad}).error().code == "bad_network");
}

TEST_CASE("a receiver's address is https to somewhere public, and nothing else") {
    const AddressRule rule;
    for (const auto* good : {"https://example.org", "https://example.org:8443/a/b?c=d", "https://1.1.1.1/x",
                             "https://[2606:4700::1111]/x", "https://例子.中国/x"})
        CHECK(checkReceiverUrl(good, rule));
    for (const auto* bad : {"", "example.org", "http://example.org/", "ftp://example.org/", "file:///etc/passwd",
                            "https://user:word@example.org/", "https://user@example.org/", "https://example.org/#a",
                            "https://", "https://exam ple.org/", "https://example.org/\r\nX: y",
                            "https://example.org:99999/", "gopher://127.0.0.1/"}) {
        INFO(bad);
        const auto checked = checkReceiverUrl(bad, rule);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == "bad_hook_url");
    }
    CHECK(checkReceiverUrl("https://example.org/" + std::string(2'000, 'x'), rule).error().code == "bad_hook_url");
    for (const auto* bad : {"https://127.0.0.1/", "https://localhost/", "https://a.localhost:8443/", "https://[::1]/",
                            "https://2130706433/", "https://0x7f000001/", "https://127.1/", "https://10.0.0.1:443/x",
                            "https://169.254.169.254/latest/meta-data"}) {
        INFO(bad);
        const auto checked = checkReceiverUrl(bad, rule);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == "address_refused");
    }
    CHECK(checkReceiverUrl("https://127.0.0.1:8443/", AddressRule::allowing({"127.0.0.1"}).value()));
}

TEST_CASE("an address is judged when it is connected to, whatever name led there") {
    const HookMessage message{"https://127.0.0.1:1/", "msg_1", "1", "v1,x", "{}"};
    auto named = message;
    named.url = "https://localhost:1/";
    CurlPost refusing({}, "");
    CHECK(refusing.post(message).error().code == "address_refused");
    CHECK(refusing.post(named).error().code == "address_refused");
    CurlPost allowing(AddressRule::allowing({"127.0.0.0/8", "::1"}).value(), "");
    CHECK(allowing.post(message).error().code == "receiver_unreachable");
    CHECK(allowing.post(named).error().code == "receiver_unreachable");
    for (const auto* other : {"http://127.0.0.1:1/", "file:///etc/passwd", "gopher://127.0.0.1:1/"}) {
        auto plain = message;
        plain.url = other;
        CHECK(allowing.post(plain).error().code == "receiver_unreachable");
    }
    allowing.cancel();
    CHECK_FALSE(allowing.post(message));
}

TEST_CASE("waits grow to their cap, never beyond, and heed the receiver") {
    CHECK(waitAfter(1, 0.5) == kHookFirstWait);
    CHECK(waitAfter(2, 0.5) == 2 * kHookFirstWait);
    CHECK(waitAfter(1, 0.0) < waitAfter(1, 0.999));
    for (unsigned failed = 0; failed < 2'000; ++failed) {
        for (const double chance : {0.0, 0.3, 0.999}) {
            CHECK(waitAfter(failed, chance) >= std::chrono::seconds(4));
            CHECK(waitAfter(failed, chance) <= kHookLongestWait);
        }
    }
    CHECK(waitAfter(1, 0.5, std::chrono::seconds(120)) == std::chrono::seconds(120));
    CHECK(waitAfter(1, 0.5, std::chrono::hours(300)) == kHookLongestWait);
    CHECK(waitAfter(4, 0.5, std::chrono::seconds(1)) == waitAfter(4, 0.5));
}

TEST_CASE("a receiver is told of new lines in order, signed, without a word of what they say") {
    Telling t;
    const auto made = t.add({}, t.gansu);
    const auto id = textOr(made.at("hook").as_object(), "id");
    const auto secret = fromBase64(textOr(made, "secret").substr(6)).value();
    CHECK(textOr(made, "secret").starts_with("whsec_"));
    t.run();
    CHECK(t.receiver.came.empty());
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    const auto indexes = t.inspect(inspector, 3);
    t.run();
    CHECK(t.told() == indexes);
    REQUIRE(t.receiver.came.size() == 1);
    const auto& message = t.receiver.came[0];
    CHECK(message.url == kUrl);
    CHECK(message.signature == hookSignature({secret}, message.id, message.timestamp, message.body));
    const auto body = parseJson(message.body).value();
    CHECK(body.at("type").as_string() == "records.logged");
    const auto& data = body.at("data");
    CHECK(data.at("log").as_string() == "test/log");
    CHECK(data.at("hook").as_string() == id);
    const auto& first = data.at("records").at(0).as_object();
    CHECK(first.size() == 5);
    CHECK(first.at("kind").as_string() == "inspection.submitted");
    CHECK(first.at("region").as_string() == "620321");
    CHECK(first.at("hash").as_string() == t.world.services().readers.borrow()->entry(indexes[0])->hash.hex());
    for (const auto* word : {"yongchang-veg", inspector.kid().c_str()})
        CHECK(message.body.find(word) == std::string::npos);
    const auto shown = t.show(id);
    CHECK(shown.at("hook").at("next").to_number<std::uint64_t>() == indexes.back() + 1);
    CHECK(shown.at("deliveries").at(0).at("id").as_string() == message.id);
    CHECK(shown.at("deliveries").at(0).at("records") == 3);
    CHECK(shown.at("acts").at(0).at("act").as_string() == "registered");
    CHECK(toText(shown).find("whsec_") == std::string::npos);
}

TEST_CASE("the case of a review is the record that it is about") {
    Telling t;
    t.added({{"types", {"review.accepted"}}});
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    auto supervisor = t.world.enrol(domain::Role::supervisor, {"62"});
    const auto line = inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"});
    REQUIRE(t.world.fate(line, inspector) == "accepted");
    const auto id = record::parsePayload(line.payload()).value().id;
    const auto review = supervisor.say(
        "review.accepted", {{"of", id}, {"hash", line.hash().hex()}, {"comment", "c"}, {"items", json::array{}}},
        {"yongchang-veg", "620321"});
    REQUIRE(t.world.fate(review, supervisor) == "accepted");
    t.run();
    REQUIRE(t.receiver.came.size() == 1);
    const auto body = parseJson(t.receiver.came[0].body).value();
    const auto& records = body.at("data").at("records").as_array();
    REQUIRE(records.size() == 1);
    CHECK(records[0].at("case").as_string() == id);
}

TEST_CASE("whatever ends meanwhile, the same lines go out again under the same id, and none is passed over") {
    Telling t;
    const auto id = t.added();
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    const auto first = t.inspect(inspector, 2);
    t.receiver.dies = true;
    while (t.receiver.came.empty()) {
        try {
            const bool did = t.sender->step();
            REQUIRE(did);
        } catch (const Died&) {
        }
    }
    const auto more = t.inspect(inspector, 2);
    t.receiver.dies = false;
    t.world.restart();
    t.open();
    t.run();
    REQUIRE(t.receiver.came.size() == 3);
    CHECK(t.receiver.came[1].id == t.receiver.came[0].id);
    CHECK(t.receiver.came[1].body == t.receiver.came[0].body);
    CHECK(t.receiver.came[2].id != t.receiver.came[1].id);
    CHECK(t.told() == std::vector<std::uint64_t>{first[0], first[1], first[0], first[1], more[0], more[1]});
    CHECK(t.hook(id).at("pending").is_null());
}

TEST_CASE("what fails is tried again ever later, and given up after days with the reason") {
    Telling t;
    const auto id = t.added();
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    t.inspect(inspector);
    t.receiver.status = 500;
    t.run();
    REQUIRE(t.receiver.came.size() == 1);
    CHECK(t.hook(id).at("error").as_string() == "the receiver answered 500");
    CHECK(t.hook(id).at("pending").at("attempts") == 1);
    CHECK(t.hook(id).at("due").is_string());
    t.world.pass(std::chrono::seconds(3));
    t.run();
    CHECK(t.receiver.came.size() == 1);
    t.receiver.status = 0;
    for (int i = 0; i < 400 && t.hook(id).at("state").as_string() == "sending"; ++i) {
        t.world.pass(std::chrono::hours(1));
        t.run();
    }
    CHECK(t.hook(id).at("state").as_string() == "off");
    CHECK(t.hook(id).at("reason").as_string() == "failing");
    const auto tries = t.receiver.came.size();
    CHECK(tries > 100);
    CHECK(tries < 200);
    for (const auto& message : t.receiver.came) CHECK(message.id == t.receiver.came[0].id);
    t.world.pass(std::chrono::hours(48));
    t.run();
    CHECK(t.receiver.came.size() == tries);

    // Set going again it begins with what it did not take, and waits begin anew.
    t.act(id, {{"act", "resume"}}, t.gansu);
    CHECK(t.hook(id).at("pending").at("attempts") == 0);
    CHECK(t.hook(id).at("due").is_null());
    t.receiver.status = 204;
    t.run();
    REQUIRE(t.receiver.came.size() == tries + 1);
    CHECK(t.receiver.came.back().id == t.receiver.came[0].id);
    CHECK(t.hook(id).at("error").as_string().empty());
    CHECK(t.hook(id).at("state").as_string() == "sending");
}

TEST_CASE("a redirection is a failure, 410 the end, and Retry-After is heeded") {
    Telling t;
    const auto id = t.added();
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    t.inspect(inspector);
    t.receiver.status = 307;
    t.run();
    CHECK(t.hook(id).at("error").as_string().find("not followed") != std::string::npos);
    t.receiver.status = 429;
    t.receiver.retryAfter = std::chrono::seconds(600);
    t.world.pass(std::chrono::seconds(30));
    t.run();
    REQUIRE(t.receiver.came.size() == 2);
    t.world.pass(std::chrono::seconds(500));
    t.run();
    CHECK(t.receiver.came.size() == 2);
    t.receiver.status = 410;
    t.world.pass(std::chrono::seconds(101));
    t.run();
    CHECK(t.receiver.came.size() == 3);
    CHECK(t.hook(id).at("state").as_string() == "off");
    CHECK(t.hook(id).at("reason").as_string() == "gone");
}

TEST_CASE("a receiver hears of its region and kinds alone, and of nothing that its owner may not read") {
    Telling t;
    t.added({{"region", "6203"}, {"types", {"inspection.submitted", "site.published"}}});
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    t.world.fate(t.world.admin().say("site.published", siteBody("far", "远", "620921"), {"far", "620921"}),
                 t.world.admin());
    const auto indexes = t.inspect(inspector, 2);
    t.run();
    CHECK(t.told() == indexes);
    // Administrators below everywhere register for their own regions alone; nobody else does.
    t.add({{"region", ""}}, t.gansu, 403);
    t.add({{"region", "63"}}, t.gansu, 403);
    for (const auto role : {domain::Role::supervisor, domain::Role::inspector, domain::Role::auditor}) {
        const auto other = t.world.enrol(role, {"62"});
        CHECK(textOr(t.add({}, other, 403), "code") == "wrong_role");
    }
    CHECK(t.world.get("/v1/hooks").status == 401);
}

TEST_CASE("who lost her key or her office is told nothing more, and who sets it going owns it") {
    Telling t;
    const auto id = t.added();
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    auto& root = t.world.admin();
    REQUIRE(t.world.fate(root.say("key.revoked", {{"key", t.gansu.kid()}, {"reason", "lost"}}), root) == "accepted");
    const auto indexes = t.inspect(inspector);
    t.run();
    CHECK(t.receiver.came.empty());
    auto shown = t.world.answered(t.world.get("/v1/hooks/" + id, &root)).at("hook").as_object();
    CHECK(shown.at("state").as_string() == "off");
    CHECK(shown.at("reason").as_string() == "owner_revoked");
    const auto next = t.world.enrol(domain::Role::administrator, {"62"});
    t.act(id, {{"act", "resume"}}, next);
    t.run();
    CHECK(t.told().back() == indexes.back());
    const auto grant = json::object{{"role", "administrator"}, {"regions", {"62"}}};
    REQUIRE(t.world.fate(root.say("role.withdrawn", {{"key", next.kid()}, {"grants", {grant}}, {"reason", "left"}}),
                         root) == "accepted");
    const auto came = t.receiver.came.size();
    t.inspect(inspector);
    t.run();
    CHECK(t.receiver.came.size() == came);
    shown = t.world.answered(t.world.get("/v1/hooks/" + id, &root)).at("hook").as_object();
    CHECK(shown.at("reason").as_string() == "owner_rights");
    CHECK(t.world.get("/v1/hooks/" + id, &next).status == 404);
}

TEST_CASE("a receiver goes on from any line of the log, and a message is sent again under its id") {
    Telling t;
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    const auto indexes = t.inspect(inspector, 3);
    const auto id = t.added({{"types", {"inspection.submitted"}}, {"from", indexes[1]}});
    t.run();
    CHECK(t.told() == std::vector<std::uint64_t>{indexes[1], indexes[2]});
    t.act(id, {{"act", "resume"}, {"from", 0}}, t.gansu);
    t.run();
    CHECK(t.told() == std::vector<std::uint64_t>{indexes[1], indexes[2], indexes[0], indexes[1], indexes[2]});
    const auto message = t.receiver.came[0].id;
    t.act(id, {{"act", "again"}, {"delivery", message}}, t.gansu);
    t.run();
    REQUIRE(t.receiver.came.size() == 3);
    CHECK(t.receiver.came[2].id == message);
    CHECK(t.receiver.came[2].body == t.receiver.came[0].body);
    // Both were made in one millisecond: neither stands before the other.
    CHECK(t.book->delivery(id, message)->attempts == 2);
    for (const auto& bad : {json::value(-1), json::value(1'000'000), json::value("0"), json::value(1.5)})
        CHECK(textOr(t.act(id, {{"act", "resume"}, {"from", bad}}, t.gansu, 400), "code") == "hook_position");
    CHECK(textOr(t.act(id, {{"act", "again"}, {"delivery", "msg_x"}}, t.gansu, 404), "code") == "delivery_unknown");
    CHECK(textOr(t.act(id, {{"act", "dance"}}, t.gansu, 400), "code") == "bad_hook");
    CHECK(textOr(t.act("none", {{"act", "stop"}}, t.gansu, 404), "code") == "hook_unknown");
}

TEST_CASE("who asks for a message again while it is on its way gets it again") {
    Telling t;
    const auto id = t.added();
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    t.inspect(inspector);
    t.receiver.status = 500;
    t.run();
    REQUIRE(t.receiver.came.size() == 1);
    const auto message = t.receiver.came[0].id;
    t.receiver.status = 200;
    t.receiver.meanwhile = [&] {
        if (t.receiver.came.size() == 2) t.act(id, {{"act", "again"}, {"delivery", message}}, t.gansu);
    };
    t.world.pass(std::chrono::hours(1));
    t.run();
    REQUIRE(t.receiver.came.size() == 3);
    CHECK(t.receiver.came[2].id == message);
    const auto delivery = t.book->delivery(id, message).value();
    CHECK(delivery.attempts == 3);
    CHECK_FALSE(delivery.again);
}

TEST_CASE("a message of which nothing may be told any more goes out no more, and was not delivered by that") {
    Telling t;
    const auto id = t.added({{"types", {"inspection.submitted"}}});
    HookDelivery kept;
    kept.id = "msg_x";
    kept.to = kept.records = 1;
    kept.attempts = 4;
    kept.status = 500;
    kept.error = "the receiver answered 500";
    t.book->change(id, [&](Hook&, HookNotes& notes) {
        notes.delivery = kept;
        return true;
    });
    t.act(id, {{"act", "again"}, {"delivery", kept.id}}, t.gansu);
    t.run();
    CHECK(t.receiver.came.empty());
    const auto delivery = t.book->delivery(id, kept.id).value();
    CHECK_FALSE(delivery.delivered);
    CHECK_FALSE(delivery.again);
    CHECK(delivery.attempts == 4);
    CHECK(delivery.error == "nothing of it may be told any more");
}

TEST_CASE("whoever becomes the owner is told what the one before might not know of, too") {
    Complained t;
    t.receiver.status = 500;
    t.run();
    REQUIRE(t.receiver.came.size() == 1);
    CHECK(t.told() == std::vector{t.lines[1]});
    t.act(t.id, {{"act", "resume"}}, t.reads);
    t.receiver.status = 200;
    t.run();
    REQUIRE(t.receiver.came.size() == 2);
    CHECK(Telling::toldBy(t.receiver.came[1]) == t.lines);
    CHECK(t.receiver.came[1].id != t.receiver.came[0].id);
}

TEST_CASE("whenever the owner changes while a message is made, no line is passed over") {
    for (int at = 1; at <= 6; ++at) {
        INFO("at the sender's look " << at << " at the clock");
        Complained t;
        int looks = 0;
        t.looked = [&] {
            if (++looks == at) t.act(t.id, {{"act", "resume"}}, t.reads);
        };
        t.run();
        REQUIRE(looks > at);
        const auto told = t.told();
        for (const auto line : t.lines) CHECK(std::count(told.begin(), told.end(), line) > 0);
    }
}

TEST_CASE("a log that was put back from a backup ends the telling, until somebody says from where") {
    Telling t;
    const auto id = t.added();
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    t.inspect(inspector);
    t.run();
    t.book->change(id, [](Hook& hook, HookNotes&) {
        hook.before = Sha256{};
        return true;
    });
    t.inspect(inspector);
    t.run();
    CHECK(t.hook(id).at("reason").as_string() == "log_replaced");
    CHECK(t.receiver.came.size() == 1);
    CHECK(textOr(t.act(id, {{"act", "resume"}}, t.gansu, 400), "code") == "hook_position");
    t.act(id, {{"act", "resume"}, {"from", 0}}, t.gansu);
    t.book->change(id, [](Hook& hook, HookNotes&) {
        hook.next = 1'000'000;
        return true;
    });
    t.run();
    CHECK(t.hook(id).at("reason").as_string() == "log_replaced");
}

TEST_CASE("a secret is replaced without a gap, and a receiver is stopped and removed") {
    Telling t;
    const auto id = t.added();
    const auto old = t.book->find(id)->secret;
    const auto fresh = fromBase64(textOr(t.act(id, {{"act", "secret"}}, t.gansu), "secret").substr(6)).value();
    CHECK(fresh != old);
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    t.inspect(inspector);
    t.run();
    const auto& message = t.receiver.came.at(0);
    CHECK(message.signature == hookSignature({fresh, old}, message.id, message.timestamp, message.body));
    t.world.pass(std::chrono::hours(25));
    t.inspect(inspector);
    t.run();
    CHECK(t.receiver.came.at(1).signature.find(' ') == std::string::npos);
    t.act(id, {{"act", "stop"}}, t.gansu);
    t.inspect(inspector);
    t.run();
    CHECK(t.receiver.came.size() == 2);
    t.act(id, {{"act", "resume"}}, t.gansu);
    // Removed while a message is on its way: the answer is for nobody.
    t.receiver.meanwhile = [&] { t.act(id, {{"act", "remove"}}, t.gansu); };
    t.run();
    CHECK(t.receiver.came.size() == 3);
    CHECK(t.world.get("/v1/hooks/" + id, &t.gansu).status == 404);
    CHECK(t.book->acts(id, 1).at(0).act == "removed");
    CHECK(t.world.answered(t.world.get("/v1/hooks", &t.gansu)).at("items").as_array().empty());
}

TEST_CASE("a slow receiver holds up no other one, and messages are of a hundred lines at most") {
    Telling t;
    const auto slow = t.added();
    t.world.pass(std::chrono::milliseconds(5));
    const auto other = t.added({{"url", "https://other.example.org/"}});
    auto inspector = t.world.enrol(domain::Role::inspector, {"62"});
    const auto indexes = t.inspect(inspector, 120);
    bool within = false;
    t.receiver.meanwhile = [&] {
        if (within) return;
        within = true;
        // While the first waits for its answer another thread serves the second, and leaves the first alone.
        for (int i = 0; i < 10; ++i) t.sender->step();
        CHECK(t.receiver.came.size() == 3);
    };
    t.run();
    REQUIRE(t.receiver.came.size() == 4);
    std::map<std::string, std::vector<std::size_t>> sizes;
    for (const auto& message : t.receiver.came)
        sizes[message.url].push_back(parseJson(message.body).value().at("data").at("records").as_array().size());
    for (const auto& [url, all] : sizes) {
        INFO(url);
        CHECK(all == std::vector<std::size_t>{100, 20});
    }
    CHECK(t.hook(slow).at("next") == t.hook(other).at("next"));
}

TEST_CASE("what is no registration is refused with a sentence, and nothing of it is kept") {
    Telling t;
    for (const auto& [body, code] :
         std::vector<std::pair<json::object, std::string>>{{{{"name", ""}}, "bad_hook"},
                                                           {{{"name", std::string(121, 'x')}}, "bad_hook"},
                                                           {{{"name", "a\nb"}}, "bad_hook"},
                                                           {{{"url", "http://example.org/"}}, "bad_hook_url"},
                                                           {{{"url", "https://10.0.0.1/"}}, "address_refused"},
                                                           {{{"region", "6"}}, "bad_hook"},
                                                           {{{"types", "all"}}, "bad_hook"},
                                                           {{{"types", {"no.type"}}}, "bad_hook"},
                                                           {{{"types", {1}}}, "bad_hook"},
                                                           {{{"from", 99'999}}, "hook_position"}}) {
        INFO(toText(body));
        const auto status = code == "address_refused" ? 403 : 400;
        CHECK(textOr(t.add(body, t.gansu, status), "code") == code);
    }
    for (const char* body : {"", "[]", "{", "1"})
        CHECK(t.world.call({Method::post, "/v1/hooks", body, {}}, &t.gansu).status == 400);
    CHECK(t.book->all().empty());
    for (std::size_t i = 0; i < kMostHooks; ++i) t.added();
    CHECK(textOr(t.add({}, t.gansu, 422), "code") == "too_many_hooks");
}
