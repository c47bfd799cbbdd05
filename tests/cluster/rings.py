# The rings of a small Swift, all three in one go: rings.py FOLDER KIND:PORT,PORT… …
# (swift-ring-builder does one step of one ring at a time, each for a second of processor time.)
import sys

from swift.common.ring import RingBuilder

home = sys.argv[1]
for argument in sys.argv[2:]:
    kind, ports = argument.split(":")
    ports = [int(port) for port in ports.split(",")]
    builder = RingBuilder(6, len(ports), 0)
    for zone, port in enumerate(ports, 1):
        builder.add_dev({"region": 1, "zone": zone, "ip": "127.0.0.1", "port": port, "device": "one", "weight": 1,
                         "replication_ip": "127.0.0.1", "replication_port": port, "meta": ""})
    builder.rebalance(seed="plumb")
    builder.get_ring().save(f"{home}/{kind}.ring.gz")
