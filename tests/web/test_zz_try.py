def test_design(served, page_phone):
    site = served()
    r = page_phone.goto(site.origin + "/design/")
    assert r.status == 200, page_phone.content()[:3000]
    print(page_phone.title())
