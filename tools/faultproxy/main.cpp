// faultproxy: a TCP proxy that behaves as a script says.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tools/faultproxy/proxy.h"

namespace plumb::fault {
namespace {

constexpr const char* kHelp = R"(A script is clauses, separated by ";" or by lines ("#" begins a remark):
  [up|down] rate SIZE                 bytes a second; 40 kbit/s is "rate 5000"
  [up|down] delay TIME [jitter TIME]  one way
  [up|down] every|about|after SIZE FAULT
      every: each time so many bytes went over the link; about: at distances that the seed draws;
      after: once in each connection
  faults N                            at most so many faults
  profile wifi|satellite|2g|dying
FAULT is cut, close (a half), stall TIME, corrupt, or double [SIZE]. SIZE: 5000, 300KB, 1MB, 64KiB. TIME: 800ms, 2s.
up is from whoever connects here, down is to them.
  faultproxy --listen 127.0.0.1:0 --to 127.0.0.1:8443 --script "profile 2g; about 40KB corrupt; faults 5" --seed 7
It prints "listening on ADDRESS:PORT", and at its end (SIGINT, SIGTERM) what passed and what happened.)";

// What stands in a file, or the text itself: no script is the name of a file that is there.
std::string scriptText(const std::string& given) {
    std::ifstream file(given, std::ios::binary);
    if (given.empty() || !file) return given;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

int run(const ProxyOptions& options) {
    // Waited for here, and met by no other thread.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    Loop loop;
    const Proxy proxy(loop, options);
    const auto host = options.listen.substr(0, options.listen.rfind(':'));
    std::cout << "listening on " << host << ":" << proxy.port() << std::endl;
    int signal = 0;
    sigwait(&ends, &signal);
    const auto counts = proxy.counts();
    std::cout << "faultproxy.up " << counts.up << " bytes\n"
              << "faultproxy.down " << counts.down << " bytes\n"
              << "faultproxy.connections " << counts.connections << " connections\n"
              << "faultproxy.cut " << counts.cut << " faults\n"
              << "faultproxy.closed " << counts.closed << " faults\n"
              << "faultproxy.stalled " << counts.stalled << " faults\n"
              << "faultproxy.corrupted " << counts.corrupted << " faults\n"
              << "faultproxy.doubled " << counts.doubled << " faults\n";
    return 0;
}

}  // namespace
}  // namespace plumb::fault

int main(int argc, char** argv) {
    CLI::App app("A bad link between two programs, by a seeded script, without the kernel's help", "faultproxy");
    app.footer(plumb::fault::kHelp);
    plumb::fault::ProxyOptions options;
    std::string script;
    app.add_option("--listen", options.listen, "ADDRESS:PORT of this machine; port 0 takes a free one")
        ->capture_default_str();
    app.add_option("--to", options.to, "HOST:PORT where connections go")->required();
    app.add_option("--script", script, "The script, or a file with it (none: a perfect link)");
    app.add_option("--seed", options.seed, "The same seed draws the same faults")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    const auto read = plumb::fault::parseScript(plumb::fault::scriptText(script));
    if (!read) {
        std::cerr << "faultproxy: " << read.error().detail << "\n";
        return 2;
    }
    options.script = *read;
    try {
        return plumb::fault::run(options);
    } catch (const std::exception& error) {
        std::cerr << "faultproxy: " << error.what() << "\n";
        return 1;
    }
}
