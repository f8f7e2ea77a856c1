select {literal}
