"""Our own suite of the standard's requirements: one test a requirement, asked through the store's door.

`test_xapi_00031_…` is requirement XAPI-00031 of the conformance requirements of xAPI 1.0.3, which are kept for IEEE 9274.1.1 (2.0.0); what
only the latter says carries its section, `test_ieee_4_2_7_…`. Where a requirement holds in both versions, its test asks in both.

Numbers without a test: 00095 and 00152 were withdrawn, 00136 to 00138 never given; 00112 is 00149, 00141 is 00195, 00275 and 00294, 00186
is 00185, 00222 is 00195; 00224 to 00226, 00228, 00276, 00277 and 00305 to 00307 want a name that is no text, which no address can say;
00329 is a fault of the server.
"""
