#include "mobile/sync/network_source.h"

#include <QNetworkInformation>

namespace plumb::mobile {

namespace {

class SystemNetwork final : public NetworkSource {
  public:
    SystemNetwork() {
        // Without a backend (no NetworkManager) the kind stays unknown.
        QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::TransportMedium);
        if (!QNetworkInformation::instance()) QNetworkInformation::loadDefaultBackend();
        m_system = QNetworkInformation::instance();
        if (!m_system) return;
        connect(m_system, &QNetworkInformation::reachabilityChanged, this, &NetworkSource::changed);
        connect(m_system, &QNetworkInformation::transportMediumChanged, this, &NetworkSource::changed);
        connect(m_system, &QNetworkInformation::isMeteredChanged, this, &NetworkSource::changed);
    }
    [[nodiscard]] NetworkKind kind() const override {
        if (!m_system) return NetworkKind::unknown;
        if (m_system->reachability() == QNetworkInformation::Reachability::Disconnected) return NetworkKind::none;
        // A phone's hotspot is Wi-Fi that costs.
        if (m_system->supports(QNetworkInformation::Feature::Metered) && m_system->isMetered())
            return NetworkKind::mobile;
        if (!m_system->supports(QNetworkInformation::Feature::TransportMedium)) return NetworkKind::unknown;
        switch (m_system->transportMedium()) {
            case QNetworkInformation::TransportMedium::WiFi:
            case QNetworkInformation::TransportMedium::Ethernet:
                return NetworkKind::wifi;
            case QNetworkInformation::TransportMedium::Cellular:
            case QNetworkInformation::TransportMedium::Bluetooth:
                return NetworkKind::mobile;
            case QNetworkInformation::TransportMedium::Unknown:
                break;
        }
        return NetworkKind::unknown;
    }

  private:
    QNetworkInformation* m_system = nullptr;  // Qt's own; lives as long as the application
};

}  // namespace

void FixedNetwork::set(NetworkKind kind) {
    if (kind == m_kind) return;
    m_kind = kind;
    emit changed();
}

bool isNetworkName(const QString& asked) {
    return asked.isEmpty() || asked == QLatin1String("auto") || asked == QLatin1String("wifi") ||
           asked == QLatin1String("mobile") || asked == QLatin1String("none");
}

std::unique_ptr<NetworkSource> networkSource(const QString& asked) {
    if (asked == QLatin1String("wifi")) return std::make_unique<FixedNetwork>(NetworkKind::wifi);
    if (asked == QLatin1String("mobile")) return std::make_unique<FixedNetwork>(NetworkKind::mobile);
    if (asked == QLatin1String("none")) return std::make_unique<FixedNetwork>(NetworkKind::none);
    return std::make_unique<SystemNetwork>();
}

bool waitsForWifi(std::string_view type) {
    return type != "application/x-ndjson" && type != "application/json";
}

}  // namespace plumb::mobile
