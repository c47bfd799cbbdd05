#include "tools/fleet/fleet.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <limits>
#include <thread>

#include "shared/crypto/hash.h"

namespace plumb::fleet {
namespace {

using std::chrono::milliseconds;

// Until all lines have come round; each round carries what the one before brought.
constexpr int kMostRounds = 6;
constexpr std::chrono::seconds kNewsWait{20};
constexpr milliseconds kListenPause{50};

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
    std::sort(values.begin(), values.end());
    const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(at, 1, values.size()) - 1];
}

// A tablet in the field, with what is ahead of it.
struct Crew {
    std::size_t county = 0;
    std::unique_ptr<Tablet> tablet;
    std::vector<Act> acts;
    std::size_t next = 0;
    std::vector<std::string> told;
    std::vector<Synced> syncs;
    // Of each sending: what it was to bring, and when it began.
    std::vector<std::pair<std::vector<Sha256>, Steady::time_point>> sendings;
    std::vector<Sha256> waiting;
    std::string stuck;   // why what it signed did not go; "" once it went
    std::string broken;  // why it did not go on: no sync afterwards makes up for what it did not do
};

// Who waits for what the others find: a supervisor, with a good link, on the feed.
class Listener {
  public:
    explicit Listener(Tablet& tablet) : m_tablet(tablet), m_thread([this] { listen(); }) {}
    ~Listener() { stop(); }
    void stop() {
        if (!m_thread.joinable()) return;
        m_stopped = true;
        m_tablet.stop();
        m_thread.join();
    }
    // REQUIRES: stopped.
    [[nodiscard]] std::optional<Steady::time_point> arrived(const Sha256& line) const {
        const auto found = m_arrived.find(line);
        return found == m_arrived.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    void listen() {
        auto seen = m_tablet.store().newestPosition().line;
        while (!m_stopped) {
            const auto came = m_tablet.listen(kNewsWait);
            if (!came) std::this_thread::sleep_for(kListenPause);
            const auto now = Steady::now();
            for (const auto& line : m_tablet.store().linesAfter(seen, 1'000'000)) {
                seen = std::max(seen, line.row.number);
                m_arrived.emplace(line.row.hash, now);
            }
        }
    }

    Tablet& m_tablet;
    std::atomic<bool> m_stopped{false};
    std::map<Sha256, Steady::time_point> m_arrived;
    std::thread m_thread;
};

// Who is next, by event time.
class Queue {
  public:
    void put(milliseconds at, Crew* crew) {
        const std::lock_guard guard(m_mutex);
        m_waiting.emplace(at, crew);
        m_changed.notify_one();
    }
    // Null: nobody has anything left to do. Each that was taken is put back, or over.
    Crew* take() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_left == 0; });
        if (m_waiting.empty()) return nullptr;
        auto* out = m_waiting.begin()->second;
        m_waiting.erase(m_waiting.begin());
        return out;
    }
    void begin(std::size_t crews) { m_left = crews; }
    void over() {
        const std::lock_guard guard(m_mutex);
        if (--m_left == 0) m_changed.notify_all();
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::multimap<milliseconds, Crew*> m_waiting;
    std::size_t m_left = 0;
};

class Fleet {
  public:
    Fleet(Office& office, const Books& books, const FleetOptions& options)
        : m_office(office),
          m_books(books),
          m_options(options),
          m_counties(countiesOf(options.counties)),
          m_sites(fleetSites(std::max(options.plan.sites, m_counties.size()), m_counties.size())) {}

    FleetReport run() {
        setOut();
        {
            Listener listener(*m_supervisor);
            work();
            settle();
            listener.stop();
            sayFindings(listener);
        }
        quietSyncs();
        FleetReport out;
        std::vector<Tablet*> tablets;
        for (auto& crew : m_crews) {
            tablets.push_back(crew.tablet.get());
            out.acts.insert(out.acts.end(), crew.told.begin(), crew.told.end());
        }
        tablets.push_back(m_supervisor.get());
        const auto fresh = enrol({"机队督导（新）"}, domain::Role::supervisor, m_counties);
        fresh.front()->follow();
        // That somebody enrolled is news to all.
        settle();
        catchUp(*m_supervisor);
        out.compared = compare(tablets, *fresh.front());
        for (const auto& crew : m_crews) {
            for (const auto* why : {&crew.broken, &crew.stuck})
                if (!why->empty()) out.compared.differences.push_back(crew.tablet->name() + ": " + *why);
        }
        sayCompared(out.compared);
        out.measures = std::move(m_measures);
        return out;
    }

  private:
    void say(const std::string& name, double value, const std::string& unit) {
        if (!std::isnan(value)) m_measures.push_back({name, value, unit});
    }
    void say(const std::string& name, std::uint64_t value, const std::string& unit) {
        say(name, static_cast<double>(value), unit);
    }
    void sayTimes(const std::string& name, const std::vector<Milliseconds>& times) {
        std::vector<double> counted;
        for (const auto& one : times) counted.push_back(one.count());
        say(name + ".p50", quantile(counted, 0.5), "ms");
        say(name + ".p95", quantile(counted, 0.95), "ms");
        say(name + ".p99", quantile(counted, 0.99), "ms");
    }

    std::vector<std::unique_ptr<Tablet>> enrol(const std::vector<std::string>& names, domain::Role role,
                                               const std::vector<std::string>& regions) {
        const auto invitations = m_office.invite(names, role, regions);
        std::vector<std::unique_ptr<Tablet>> out;
        for (const auto& invitation : invitations) {
            TabletOptions one;
            one.name = "tablet-" + std::to_string(++m_enrolled);
            one.home = m_options.home / one.name;
            one.invitation = invitation;
            one.seed = m_options.plan.seed;
            one.linkSeed = m_options.plan.seed * 1000 + m_enrolled;
            one.photoBytes = m_options.photoBytes;
            one.mostTries = m_options.mostTries;
            one.link = m_options.links[(m_enrolled - 1) % m_options.links.size()];
            out.push_back(std::make_unique<Tablet>(m_loop, std::move(one)));
        }
        return out;
    }

    // At the office, over its good network.
    void setOut() {
        auto plan = planOf(m_options.plan);
        std::vector<const province::AnswerBook*> books;
        for (const auto& name : m_options.plan.checklists) books.push_back(&m_books.at(name));
        m_office.publish(books, m_sites);
        for (std::size_t i = 0; i < plan.size(); ++i) {
            auto& crew = m_crews.emplace_back();
            crew.county = i % m_counties.size();
            crew.tablet = std::move(
                enrol({"机队检查员 " + std::to_string(i + 1)}, domain::Role::inspector, {m_counties[crew.county]})
                    .front());
            crew.acts = std::move(plan[i]);
        }
        m_supervisor = std::move(enrol({"机队督导"}, domain::Role::supervisor, m_counties).front());
    }

    [[nodiscard]] fault::LinkCounts counts() const {
        fault::LinkCounts out;
        for (const auto& crew : m_crews) {
            const auto one = crew.tablet->counts();
            out.up += one.up;
            out.down += one.down;
            out.connections += one.connections;
            out.cut += one.cut;
            out.closed += one.closed;
            out.stalled += one.stalled;
            out.corrupted += one.corrupted;
            out.doubled += one.doubled;
        }
        return out;
    }

    void act(Crew& crew, const Act& act) {
        const auto told = crew.tablet->name() + " " + eventTime(act.at) + " ";
        if (act.visit) {
            const auto perCounty = m_sites.size() / m_counties.size();
            const auto& site = m_sites[crew.county + m_counties.size() * (act.visit->site % perCounty)];
            const auto& said = crew.tablet->inspect(*act.visit, site, m_books);
            crew.told.push_back(told + said.told);
            crew.waiting.push_back(said.line);
            return;
        }
        crew.told.push_back(told + "sends " + std::to_string(crew.waiting.size()));
        crew.sendings.emplace_back(std::exchange(crew.waiting, {}), Steady::now());
        crew.syncs.push_back(crew.tablet->sync());
        // What did not go goes with the next one; what does not go with the last is told.
        crew.stuck = crew.syncs.back().done ? std::string() : crew.syncs.back().problem;
    }

    void work() {
        for (auto& crew : m_crews) crew.tablet->goToField();
        const auto before = counts();
        const auto from = Steady::now();
        Queue queue;
        queue.begin(m_crews.size());
        for (auto& crew : m_crews) queue.put(crew.acts.front().at, &crew);
        const auto play = [&] {
            while (auto* crew = queue.take()) {
                const auto& next = crew->acts[crew->next];
                if (m_options.pace > 0)
                    std::this_thread::sleep_until(
                        from + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double, std::milli>(
                                   static_cast<double>(next.at.count()) / m_options.pace)));
                bool over = ++crew->next == crew->acts.size();
                try {
                    act(*crew, next);
                } catch (const std::exception& broken) {
                    crew->broken = broken.what();
                    over = true;
                }
                over ? queue.over() : queue.put(crew->acts[crew->next].at, crew);
            }
        };
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < std::min(m_options.threads, m_crews.size()); ++i) threads.emplace_back(play);
        for (auto& thread : threads) thread.join();
        sayWork(std::chrono::duration<double>(Steady::now() - from).count(), before, counts());
    }

    void sayWork(double seconds, const fault::LinkCounts& before, const fault::LinkCounts& after) {
        std::size_t lines = 0, files = 0, photos = 0, findings = 0, syncs = 0, tries = 0;
        std::vector<Milliseconds> pushes, took, inLog;
        std::map<std::string, Tally> kinds;
        milliseconds event{0};
        for (const auto& crew : m_crews) {
            event = std::max(event, crew.acts.back().at);
            for (const auto& said : crew.tablet->signedHere()) {
                ++lines;
                files += said.files.size();
                photos += said.photos;
                findings += said.findings;
            }
            for (const auto& one : crew.syncs) {
                ++syncs;
                tries += static_cast<std::size_t>(one.tries);
                took.push_back(one.took);
                if (one.linesAfter) inLog.push_back(*one.linesAfter);
            }
            const auto figures = crew.tablet->meter().figures();
            pushes.insert(pushes.end(), figures.pushes.begin(), figures.pushes.end());
            for (const auto& [kind, tally] : figures.kinds) kinds[kind] += tally;
        }
        say("devices", m_crews.size(), "devices");
        say("event_time", static_cast<double>(event.count()) / 3'600'000, "h");
        say("time", seconds, "s");
        say("lines", lines, "lines");
        say("files", files, "files");
        say("photos", photos, "photos");
        say("findings", findings, "findings");
        say("lines.rate", static_cast<double>(lines) / seconds, "lines_per_second");
        say("syncs", syncs, "syncs");
        say("syncs.tries", tries, "tries");
        sayTimes("sync", took);
        sayTimes("push", pushes);
        sayTimes("in_log", inLog);
        Tally all;
        for (const auto& [kind, tally] : kinds) all += tally;
        say("bytes.up", all.up, "bytes");
        say("bytes.down", all.down, "bytes");
        say("wire.up", after.up - before.up, "bytes");
        say("wire.down", after.down - before.down, "bytes");
        say("links.connections", after.connections - before.connections, "connections");
        say("links.faults", after.faults() - before.faults(), "faults");
        for (const auto& [kind, tally] : kinds) {
            say("calls." + kind, tally.calls, "calls");
            say("calls." + kind + ".failed", tally.failed, "calls");
            say("calls." + kind + ".up", tally.up, "bytes");
            say("calls." + kind + ".down", tally.down, "bytes");
        }
    }

    // Over good links, until what all have written has come to all.
    void settle() {
        for (auto& crew : m_crews) crew.tablet->comeHome();
        for (int round = 0; round < kMostRounds; ++round) {
            std::size_t pulled = 0;
            for (auto& crew : m_crews) {
                const auto synced = crew.tablet->sync();
                pulled += synced.pulled;
                if (synced.done) crew.stuck.clear();
                if (!synced.done && crew.stuck.empty()) crew.stuck = synced.problem;
            }
            if (pulled == 0) return;
        }
    }

    static void catchUp(Tablet& tablet) {
        for (int round = 0; round < kMostRounds && tablet.sync().pulled > 0; ++round) {
        }
    }

    // From the beginning of a sending until its lines stood on the supervisor's tablet.
    void sayFindings(const Listener& listener) {
        std::vector<Milliseconds> times;
        for (const auto& crew : m_crews) {
            for (const auto& [lines, began] : crew.sendings) {
                for (const auto& line : lines) {
                    if (const auto at = listener.arrived(line)) times.emplace_back(*at - began);
                }
            }
        }
        say("seen.lines", times.size(), "lines");
        sayTimes("seen", times);
    }

    // The worst that a sync costs with which nothing comes or goes, over a connection that is open.
    void quietSyncs() {
        catchUp(*m_supervisor);
        Tally worst;
        std::uint64_t wireUp = 0, wireDown = 0;
        for (auto& crew : m_crews) {
            crew.tablet->meter().reset();
            const auto before = crew.tablet->counts();
            (void)crew.tablet->sync();
            const auto after = crew.tablet->counts();
            const auto all = crew.tablet->meter().figures().all();
            worst.calls = std::max(worst.calls, all.calls);
            worst.up = std::max(worst.up, all.up);
            worst.down = std::max(worst.down, all.down);
            wireUp = std::max(wireUp, after.up - before.up);
            wireDown = std::max(wireDown, after.down - before.down);
        }
        say("quiet.calls", worst.calls, "calls");
        say("quiet.up", worst.up, "bytes");
        say("quiet.down", worst.down, "bytes");
        say("quiet.wire.up", wireUp, "bytes");
        say("quiet.wire.down", wireDown, "bytes");
    }

    void sayCompared(const Compared& compared) {
        say("compared.lines", compared.lines, "lines");
        say("compared.rows", compared.rows, "rows");
        say("compared.files", compared.files, "files");
        say("lost", compared.lost, "lines");
        say("doubled", compared.doubled, "lines");
        say("differences", compared.differences.size(), "differences");
    }

    Office& m_office;
    const Books& m_books;
    const FleetOptions& m_options;
    std::vector<std::string> m_counties;
    std::vector<FleetSite> m_sites;
    fault::Loop m_loop;
    std::size_t m_enrolled = 0;
    std::deque<Crew> m_crews;
    std::unique_ptr<Tablet> m_supervisor;
    std::vector<Measure> m_measures;
};

}  // namespace

double FleetReport::value(const std::string& name) const {
    for (const auto& one : measures)
        if (one.name == name) return one.value;
    return std::numeric_limits<double>::quiet_NaN();
}

std::string FleetReport::digest() const {
    std::string all;
    for (const auto& act : acts) all += act + "\n";
    return crypto::sha256(all).hex();
}

FleetReport runFleet(Office& office, const Books& books, const FleetOptions& options) {
    for (const auto& link : options.links) {
        if (const auto script = fault::parseScript(link); !script) throw std::runtime_error(script.error().detail);
    }
    return Fleet(office, books, options).run();
}

}  // namespace plumb::fleet
