// Whoever stands between a tablet and an honest server and answers wrongly, in every way that it has: a proxy, a broken
// server, one that lies and holds the log's key. What it does to a call is drawn from a seed, so that a failure can be
// told again.
#pragma once

#include <random>

#include "shared/crypto/receipt.h"
#include "tests/unit/sync/kit/to_world.h"

namespace plumb::sync::kit {

struct Lies {
    std::mt19937 random;
    int left = 0;         // so many calls are still answered wrongly
    double share = 0.5;   // of the calls
    std::string log;      // what was done, for the message of a failing test
    std::string oldNote;  // a checkpoint of before
    std::string lastSwallowed;
};

class Liar : public HttpCaller {
  public:
    // `lies` outlives this and is used up by it.
    Liar(World& world, Lies& lies);

    using HttpCaller::call;
    Result<HttpResponse> call(const HttpRequest& request, std::size_t limit) override;
    void cancel() override {}
    void resume() override {}
    [[nodiscard]] HttpTraffic traffic() const override { return m_honest.traffic(); }

  private:
    using Answer = Result<HttpResponse>;
    std::size_t draw(std::size_t choices) { return m_lies.random() % choices; }
    Answer lie(const HttpRequest& request);
    Answer anyAnswer(const HttpRequest& request);
    Answer falsePush(const HttpRequest& request);
    Answer falseFeed(const HttpRequest& request);
    Answer falseCheckpoint(const HttpRequest& request);
    Answer falseProof(const HttpRequest& request);
    Answer falseReceipt(const HttpRequest& request);
    void falseNews(const json::object& asked, crypto::Receipt& receipt, json::object& out);
    Answer falseUpload(const HttpRequest& request);
    Answer falseSmallFiles(const HttpRequest& request);
    Answer falseToken(const HttpRequest& request);
    std::string falseNote();
    Answer honest(const HttpRequest& request) { return m_honest.HttpCaller::call(request); }

    World& m_world;
    ToWorld m_honest;
    Lies& m_lies;
    crypto::PrivateKey m_logKey;
};

}  // namespace plumb::sync::kit
